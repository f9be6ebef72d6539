// Draws 100,000 frames; prints as JSON what memory it has after the first 10,000 and after all, in bytes.
import {createFrameLoop} from '../frame-loop.ts';

// So many that old ones are dropped for each new one: what still grows is not the history.
const taken = 300_000;

const loop = createFrameLoop({columns: 120, rows: 40}, {shown: 1000, taken});

const drawFrames = async (count: number): Promise<void> => {
	for (let frame = 0; frame < count; frame += 1) await loop.draw();
};

const memory = (): {rss: number; heap: number} => {
	globalThis.gc?.();
	const {rss, heapUsed} = process.memoryUsage();
	return {rss, heap: heapUsed};
};

await drawFrames(10_000);
const early = memory();
await drawFrames(90_000);
const late = memory();
await loop.close();
console.log(JSON.stringify({early, late}));
