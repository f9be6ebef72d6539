// A Go program whose heap a test decides: it obeys the lines of its input and answers each with one line.
package main

import (
	"bufio"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
)

var held [][]byte

// Looks like the totals of a runtime once it is told to lie.
var decoy [64]uint64

func main() {
	lines := bufio.NewScanner(os.Stdin)
	answer("ready")
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		obey(words[0], words[1:])
	}
}

func obey(command string, words []string) {
	switch command {
	case "allocate":
		allocate(number(words[0]), number(words[1]))
	case "drop":
		held = nil
	case "collect":
		runtime.GC()
	case "return":
		debug.FreeOSMemory()
	case "churn":
		go churn(time.Now().Add(time.Duration(number(words[0])) * time.Millisecond))
	case "report":
		report()
		return
	case "work":
		work(time.Duration(number(words[0])) * time.Millisecond)
		return
	case "lie":
		lie()
	case "hide":
		const setDumpable = 4
		syscall.RawSyscall(syscall.SYS_PRCTL, setDumpable, 0, 0)
	case "execute":
		syscall.Exec(words[0], words, os.Environ())
	}
	answer("done")
}

func number(text string) int {
	value, _ := strconv.Atoi(text)
	return value
}

func answer(text string) { os.Stdout.WriteString(text + "\n") }

// Objects of one size, touched, so many bytes of them.
func allocate(bytes, size int) {
	for ; bytes > 0; bytes -= size {
		object := make([]byte, size)
		for at := 0; at < size; at += 4096 {
			object[at] = 1
		}
		held = append(held, object)
	}
}

// Allocates objects and stacks, and drops them, until the end.
func churn(end time.Time) {
	for time.Now().Before(end) {
		done := make(chan []byte)
		for index := 0; index < 50; index++ {
			go func(size int) { done <- deep(size, 30) }(100 * (index + 1))
		}
		for index := 0; index < 50; index++ {
			<-done
		}
	}
}

func deep(size, depth int) []byte {
	var local [512]byte
	if depth == 0 {
		return append(make([]byte, size), local[depth])
	}
	return deep(size, depth-1)
}

// Both outside of the heap, so that a report does not change what it reports.
var stats runtime.MemStats
var line [256]byte

func report() {
	runtime.ReadMemStats(&stats)
	text := line[:0]
	for _, figure := range [...]uint64{
		stats.Alloc, stats.Sys, stats.HeapInuse, stats.HeapIdle, stats.HeapReleased, stats.NextGC, uint64(stats.NumGC),
	} {
		text = append(strconv.AppendUint(text, figure, 10), ' ')
	}
	text[len(text)-1] = '\n'
	os.Stdout.Write(text)
}

// Allocates and sorts for so long, and says how often it did and how much processor time, in nanoseconds, that took.
func work(length time.Duration) {
	start, rounds := processorTime(), 0
	for end := time.Now().Add(length); time.Now().Before(end); rounds++ {
		numbers := make([]int, 20000)
		for index := range numbers {
			numbers[index] = (index * 7919) % 20011
		}
		sort.Ints(numbers)
	}
	answer(strconv.Itoa(rounds) + " " + strconv.FormatInt(processorTime()-start, 10))
}

func processorTime() int64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return usage.Utime.Nano() + usage.Stime.Nano()
}

// The first words of a runtime that collects at 100 %, then totals of one and a half MiB in use, half of it free.
func lie() {
	decoy[0] = 100
	decoy[1] = 1<<63 - 1
	decoy[2] = 4 << 20
	for index, word := range []uint64{3 << 19, 1 << 19, 1 << 19, 5 << 20, 4<<20 + 8, 3 << 20} {
		decoy[38+index] = word
	}
}
