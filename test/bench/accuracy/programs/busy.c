// Allocates and frees in as many threads as it is told, among 200,000 free chunks. The command "work 500" has it work for
// so many milliseconds, and is answered with the rounds it has done; "report" is answered as by the program of the tests.
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { most_threads = 64, chunks = 400000, changing = 4096 };

struct worker {
	pthread_t thread;
	void *blocks[changing];
	unsigned long random;
	long rounds;
};

static struct worker workers[most_threads];
static pthread_barrier_t begin, end;
static long deadline;
static int threads;

static long nanoseconds(void) {
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000L + time.tv_nsec;
}

// xorshift64, by George Marsaglia.
static unsigned long next_random(struct worker *self) {
	self->random ^= self->random << 13;
	self->random ^= self->random >> 7;
	self->random ^= self->random << 17;
	return self->random;
}

// Too large for a fast bin, small enough for there to be a free chunk of just this size.
static void *allocate(struct worker *self) {
	size_t size = 160 + next_random(self) % 480;
	void *block = malloc(size);
	if (block == NULL) exit(1);
	return memset(block, 1, size);
}

// Every other block is freed: what lies between them keeps the free chunks from growing together.
static void prepare(struct worker *self, int count) {
	void **all = malloc(count * sizeof(void *));
	for (int index = 0; index < count; index++) all[index] = allocate(self);
	for (int index = 0; index < count; index += 2) free(all[index]);
	free(all);
}

static void change_one(struct worker *self) {
	void **block = &self->blocks[next_random(self) % changing];
	if (*block == NULL) {
		*block = allocate(self);
		return;
	}
	free(*block);
	*block = NULL;
}

static void work(struct worker *self) {
	for (self->rounds = 0; nanoseconds() < deadline; self->rounds++) {
		for (int change = 0; change < 100; change++) change_one(self);
	}
}

static void *run(void *argument) {
	struct worker *self = argument;
	prepare(self, chunks / threads);
	pthread_barrier_wait(&end);
	for (;;) {
		pthread_barrier_wait(&begin);
		work(self);
		pthread_barrier_wait(&end);
	}
	return NULL;
}

// The first one works in the main thread, and so in the main arena.
static void start_workers(void) {
	pthread_barrier_init(&begin, NULL, threads);
	pthread_barrier_init(&end, NULL, threads);
	for (int index = 0; index < threads; index++) {
		struct worker *self = &workers[index];
		self->random = 88172645463325252UL + index;
		if (index > 0) pthread_create(&self->thread, NULL, run, self);
	}
	prepare(&workers[0], chunks / threads);
	pthread_barrier_wait(&end);
}

static void work_all(long milliseconds) {
	long rounds = 0;
	deadline = nanoseconds() + milliseconds * 1000000;
	pthread_barrier_wait(&begin);
	work(&workers[0]);
	pthread_barrier_wait(&end);
	for (int index = 0; index < threads; index++) rounds += workers[index].rounds;
	printf("%ld\n", rounds);
	fflush(stdout);
}

static void report(void) {
	struct mallinfo2 info = mallinfo2();
	printf("%zu %zu %zu %zu %zu %zu %zu\n", info.uordblks + info.hblkhd, info.arena + info.hblkhd, info.fordblks,
		info.fsmblks, info.keepcost, info.hblkhd, info.hblks);
	fflush(stdout);
}

int main(int count, char **arguments) {
	char word[8];
	long milliseconds;
	threads = count > 1 ? atoi(arguments[1]) : 1;
	if (threads < 1 || threads > most_threads) return 1;
	start_workers();
	puts("ready");
	fflush(stdout);
	while (scanf("%7s", word) == 1) {
		if (strcmp(word, "report") == 0) report();
		else if (scanf("%ld", &milliseconds) == 1) work_all(milliseconds);
		else return 1;
	}
	return 0;
}
