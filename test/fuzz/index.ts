// Shows every parser a great many images with wrong numbers in them, new ones each time: npm run fuzz -- [cases [seed]]
import {fuzz} from './harness.ts';
import {subjects} from './subjects.ts';

const [cases = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const expectedShare = 0.9;

console.log(`${cases} cases each, from seed ${seed}\n`);
for (const subject of subjects) {
	const {past, cases: run} = await fuzz(subject, Number(cases), Number(seed));
	const share = past / run;
	console.log(`${subject.name}: no fault; ${(100 * share).toFixed(1)} % were read beyond their header`);
	if (share < expectedShare)
		throw new Error(`expected ${100 * expectedShare} % of the cases beyond the header`);
}
