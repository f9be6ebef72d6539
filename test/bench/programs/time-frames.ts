// Draws frames of a large screen that shows many samples; prints as JSON the milliseconds of each and all their bytes.
import {createFrameLoop} from '../frame-loop.ts';

const warmUp = 100;
const frames = 1000;

const loop = createFrameLoop({columns: 200, rows: 60}, {shown: 10_000, taken: 10_000});
for (let frame = 0; frame < warmUp; frame += 1) await loop.draw();
const before = loop.bytes();
const times: number[] = [];
for (let frame = 0; frame < frames; frame += 1) times.push(await loop.draw());
const bytes = loop.bytes() - before;
await loop.close();
console.log(JSON.stringify({times, bytes}));
