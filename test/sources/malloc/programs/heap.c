// Allocates and frees as it is told on its input, one command a line, and answers each with a line:
//   report                       uordblks+hblkhd, arena+hblkhd, fordblks less fast bins, fsmblks, keepcost, hblkhd, hblks
//   allocate COUNT SIZE SEED     as many blocks of up to SIZE bytes (exactly with seed 0), touched, kept
//   free every|all               every second block, or all of them; in the order of their allocation
//   shuffle SEED                 puts what it keeps in another order
//   threads COUNT                starts so many threads, each with an arena of its own if there are enough
//   on THREAD COMMAND...         has a thread do allocate or free, each with blocks of its own
//   churn MILLISECONDS           allocates and frees at random, all the time; keeps what it has then
//   leak BYTES                   maps and touches so much memory that malloc knows nothing of
//   move BYTES                   moves the end of the program's heap, behind malloc's back
//   execute PATH                 becomes another program
#define _GNU_SOURCE
#include <malloc.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define MAX_THREADS 16
#define MAX_BLOCKS 2000000

static struct worker {
	void **blocks;
	size_t count;
	char command[256];
	sem_t asked, answered;
} workers[MAX_THREADS + 1];

static uint64_t next_random(uint64_t *state) {
	*state += 0x9e3779b97f4a7c15u;
	uint64_t mixed = *state;
	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return mixed ^ (mixed >> 31);
}

static void allocate(struct worker *worker, size_t count, size_t size, uint64_t seed) {
	uint64_t state = seed;
	for (size_t index = 0; index < count && worker->count < MAX_BLOCKS; index += 1) {
		size_t length = seed == 0 ? size : 1 + next_random(&state) % size;
		char *block = malloc(length);
		memset(block, 1, length);
		worker->blocks[worker->count++] = block;
	}
}

static void release(struct worker *worker, int all) {
	size_t kept = 0;
	for (size_t index = 0; index < worker->count; index += 1) {
		if (all || index % 2 == 1) free(worker->blocks[index]);
		else worker->blocks[kept++] = worker->blocks[index];
	}
	worker->count = kept;
}

static void shuffle(struct worker *worker, uint64_t seed) {
	uint64_t state = seed;
	for (size_t index = worker->count; index > 1; index -= 1) {
		size_t other = next_random(&state) % index;
		void *block = worker->blocks[index - 1];
		worker->blocks[index - 1] = worker->blocks[other];
		worker->blocks[other] = block;
	}
}

static uint64_t milliseconds(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000u + now.tv_nsec / 1000000u;
}

static void churn(uint64_t duration) {
	enum { places = 4096 };
	static void *blocks[places];
	uint64_t state = 7, end = milliseconds() + duration;
	while (milliseconds() < end) {
		for (int round = 0; round < 1000; round += 1) {
			size_t place = next_random(&state) % places;
			free(blocks[place]);
			blocks[place] = malloc(1 + next_random(&state) % (place % 64 == 0 ? 200000 : 2000));
		}
	}
}

static void obey(struct worker *worker, const char *command) {
	size_t count, size, seed;
	if (sscanf(command, "allocate %zu %zu %zu", &count, &size, &seed) == 3) allocate(worker, count, size, seed);
	else if (sscanf(command, "shuffle %zu", &seed) == 1) shuffle(worker, seed);
	else if (sscanf(command, "churn %zu", &count) == 1) churn(count);
	else if (strncmp(command, "free", 4) == 0) release(worker, strncmp(command + 5, "all", 3) == 0);
}

static void *work(void *argument) {
	struct worker *worker = argument;
	for (;;) {
		sem_wait(&worker->asked);
		obey(worker, worker->command);
		sem_post(&worker->answered);
	}
	return NULL;
}

static void prepare(struct worker *worker) {
	worker->blocks = mmap(NULL, MAX_BLOCKS * sizeof(void *), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	sem_init(&worker->asked, 0, 0);
	sem_init(&worker->answered, 0, 0);
}

static void ask(struct worker *worker, const char *command) {
	snprintf(worker->command, sizeof worker->command, "%s", command);
	sem_post(&worker->asked);
	sem_wait(&worker->answered);
}

static void start(int count) {
	for (int index = 1; index <= count && index <= MAX_THREADS; index += 1) {
		pthread_t thread;
		pthread_create(&thread, NULL, work, &workers[index]);
		ask(&workers[index], "allocate 1 100 0");
	}
}

static void report(void) {
	struct mallinfo2 info = mallinfo2();
	printf("%zu %zu %zu %zu %zu %zu %zu\n", info.uordblks + info.hblkhd, info.arena + info.hblkhd, info.fordblks,
		info.fsmblks, info.keepcost, info.hblkhd, info.hblks);
}

static void leak(size_t bytes) {
	memset(mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 1, bytes);
}

int main(void) {
	static char line[256], output[4096];
	setvbuf(stdin, NULL, _IONBF, 0);
	setvbuf(stdout, output, _IOLBF, sizeof output);
	for (int index = 0; index <= MAX_THREADS; index += 1) prepare(&workers[index]);
	void *volatile first = malloc(100);
	free(first);
	puts("ready");
	while (fgets(line, sizeof line, stdin)) {
		size_t count;
		int skipped = 0;
		char path[200];
		if (strncmp(line, "report", 6) == 0) {
			report();
			continue;
		}
		if (sscanf(line, "threads %zu", &count) == 1) start(count);
		else if (sscanf(line, "on %zu %n", &count, &skipped) == 1 && count <= MAX_THREADS) ask(&workers[count], line + skipped);
		else if (sscanf(line, "leak %zu", &count) == 1) leak(count);
		else if (sscanf(line, "move %zu", &count) == 1) sbrk(count);
		else if (sscanf(line, "execute %199s", path) == 1) execl(path, path, "100", NULL);
		else obey(&workers[0], line);
		puts("done");
	}
	return 0;
}
