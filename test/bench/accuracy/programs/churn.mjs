// Two isolates fill and drop maps for so many milliseconds, and write down every few milliseconds what each says of its
// heap, into the file named: for each of them lines of monotonic nanoseconds before and after asking, used and total.

import {writeFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {getHeapStatistics} from 'node:v8';
import {isMainThread, Worker, workerData} from 'node:worker_threads';

const [duration, file] = isMainThread ? process.argv.slice(2) : [workerData.duration];
const columns = 4;
const limit = 20_000;

// Outside of the heap, so that to write it down changes nothing in it; the first number says how many lines there are.
const log = isMainThread ? createLog() : workerData.log;

function createLog() {
	return new Float64Array(new SharedArrayBuffer(8 * (1 + limit * columns)));
}

const note = () => {
	const line = log[0];
	if (line >= limit) return;
	const before = process.hrtime.bigint();
	const {used_heap_size, total_heap_size} = getHeapStatistics();
	const after = process.hrtime.bigint();
	log.set([Number(before), Number(after), used_heap_size, total_heap_size], 1 + line * columns);
	log[0] = line + 1;
};

const kept = Array.from({length: isMainThread ? 300_000 : 50_000}, (_, index) => ({
	index,
	text: `kept ${index}`,
}));

const churn = async () => {
	let map = new Map();
	let index = 0;
	for (const end = performance.now() + Number(duration); performance.now() < end; ) {
		const pause = performance.now() + 1 + 2 * Math.random();
		while (performance.now() < pause) {
			for (let count = 0; count < 100; count += 1, index += 1)
				map.set(index, {index, text: `text ${index}`, list: [index, kept.length]});
		}
		if (map.size > (isMainThread ? 400_000 : 150_000)) map = new Map();
		note();
		await setTimeout(1);
	}
};

const linesOf = ([count, ...numbers]) => {
	const lines = [];
	for (let line = 0; line < count; line += 1) lines.push(numbers.slice(line * columns, (line + 1) * columns));
	return lines;
};

if (isMainThread) {
	const other = createLog();
	const worker = new Worker(new URL(import.meta.url), {workerData: {duration, log: other}});
	const ended = new Promise(resolve => worker.once('exit', resolve));
	await new Promise(resolve => worker.once('online', resolve));
	console.log('ready');
	await churn();
	await ended;
	writeFileSync(file, JSON.stringify([log, other].map(linesOf)));
} else await churn();
