// Does what it is told on standard input, one answer to a line; every worker runs this file too.

import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {setTimeout} from 'node:timers/promises';
import {getHeapStatistics} from 'node:v8';
import {isMainThread, parentPort, Worker} from 'node:worker_threads';

const workers = [];
const buffers = [];
let kept = [];

const statistics = () => {
	const {used_heap_size, total_heap_size, external_memory, heap_size_limit} = getHeapStatistics();
	return {
		used: used_heap_size,
		total: total_heap_size,
		external: external_memory,
		limit: heap_size_limit,
	};
};

const commands = {
	// Kibibytes of small objects.
	allocate: kibibytes => {
		for (let index = 0; index < kibibytes * 8; index += 1) kept.push({index, text: `text ${index}`});
	},
	large: kibibytes => {
		kept.push(new Array(kibibytes * 128).fill(1.5));
	},
	buffer: kibibytes => {
		buffers.push(Buffer.alloc(kibibytes * 1024, 1));
	},
	drop: () => {
		kept = [];
	},
	collect: () => globalThis.gc(),
	// Collects and allocates for so many milliseconds.
	churn: async milliseconds => {
		const map = new Map();
		for (let end = performance.now() + milliseconds, index = 0; performance.now() < end; index += 1) {
			map.set(index % 20_000, {index, text: `text ${index}`, list: [index, index + 1]});
			if (index % 2000 === 0) await setTimeout(0);
		}
	},
	start: async () => {
		const worker = new Worker(new URL(import.meta.url), {stdin: false});
		workers.push(worker);
		await once(worker, 'message');
	},
	stop: () => workers.shift()?.terminate(),
	execute: path => process.execve(path, [path, '1000']),
	report: () => statistics(),
	// What each isolate says, the main one first.
	reports: async () => {
		const others = [];
		for (const worker of workers) others.push(await ask(worker, 'report'));
		return [statistics(), ...others];
	},
	// The same command, done by every worker at once.
	workers: (...words) => Promise.all(workers.map(worker => ask(worker, words.join(' ')))),
};

const ask = async (worker, line) => {
	worker.postMessage(line);
	const [answer] = await once(worker, 'message');
	return answer;
};

const perform = async line => {
	const [command, ...words] = line.split(' ');
	const answer = await commands[command](
		...words.map(word => (Number.isNaN(Number(word)) ? word : Number(word))),
	);
	return answer ?? 'done';
};

if (isMainThread) {
	console.log('ready');
	for await (const line of createInterface({input: process.stdin}))
		console.log(JSON.stringify(await perform(line)));
} else {
	parentPort.on('message', async line => parentPort.postMessage(await perform(line)));
	parentPort.postMessage('ready');
}
