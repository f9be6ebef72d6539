// What recording costs in Node at the least: reads the memory of a process so often on absolute deadlines, from a
// held descriptor, and writes each sample as a line with as many columns as a line of memtop.
// node bare-loop.js <pid> <log> <milliseconds between samples> <samples>
import {openSync, readSync, writeSync} from 'node:fs';

const [pid, path, interval, count] = process.argv.slice(2);
const statm = openSync(`/proc/${pid}/statm`, 'r');
const log = openSync(path, 'a');
const buffer = Buffer.alloc(256);
const origin = performance.now();
let taken = 0;

const sample = () => {
	const length = readSync(statm, buffer, 0, buffer.length, 0);
	const [size, resident] = buffer.toString('latin1', 0, length).split(' ');
	const [virt, rss] = [size * 4096, resident * 4096];
	const time = (performance.timeOrigin + performance.now()) / 1000;
	writeSync(log, `${time.toFixed(6)} ${rss} ${virt} ${rss} ${virt} 0 NaN NaN NaN NaN NaN NaN\n`);
	taken += 1;
	if (taken < count) setTimeout(sample, origin + taken * interval - performance.now());
};
sample();
