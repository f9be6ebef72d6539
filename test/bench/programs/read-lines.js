// Reads a log line by line, as a program would that has nothing but Node; prints how many samples it has and their sums.
import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';

let samples = 0;
let [inUse, system] = [0, 0];
const lines = createInterface({
	input: createReadStream(process.argv[2] ?? ''),
	crlfDelay: Number.POSITIVE_INFINITY,
});
lines.on('line', line => {
	if (line.startsWith('#')) return;
	const fields = line.split(' ');
	samples += 1;
	inUse += Number(fields[1]);
	system += Number(fields[2]);
});
lines.on('close', () => console.log(JSON.stringify({samples, inUse, system})));
