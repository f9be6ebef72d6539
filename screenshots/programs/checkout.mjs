// A server that keeps sessions in its heap and has workers that render pictures.
import {isMainThread, Worker} from 'node:worker_threads';

const sessions = new Map();
let limit = 20_000;
let number = 0;

const serve = () => {
	for (let visit = 0; visit < 150; visit += 1) {
		number += 1;
		sessions.set(number, {basket: Array.from({length: 20}, (_, item) => ({item, note: `article ${number}`}))});
	}
	if (number % 15_000 === 0) limit = 5000 + Math.floor(25_000 * Math.random());
	for (const key of sessions.keys()) {
		if (sessions.size <= limit) break;
		sessions.delete(key);
	}
};

const render = () => {
	const tiles = Array.from({length: 2000}, (_, tile) => ({tile, colours: new Array(16).fill(tile)}));
	sessions.set('tiles', tiles);
};

setInterval(isMainThread ? serve : render, 10);
if (isMainThread) for (let worker = 0; worker < 2; worker += 1) new Worker(new URL(import.meta.url));
