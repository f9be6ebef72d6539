// Allocates, and so collects. The command "work 500" has it work for so many milliseconds, and is answered with the rounds
// it has done.
import {createInterface} from 'node:readline';

// Some objects live long enough to become old, and are dropped then: the small and the whole heap are collected.
const kept = new Array(50_000);
let next = 0;

const round = () => {
	for (let count = 0; count < 1000; count += 1) {
		const object = {id: count, name: `object ${count}`, parts: [count, count + 1, {count}]};
		if (count % 10 !== 0) continue;
		kept[next] = object;
		next = (next + 1) % kept.length;
	}
};

const work = milliseconds => {
	const end = performance.now() + milliseconds;
	let rounds = 0;
	for (; performance.now() < end; rounds += 1) round();
	console.log(rounds);
};

createInterface({input: process.stdin}).on('line', line => work(Number(line.replace('work ', ''))));
console.log('ready');
