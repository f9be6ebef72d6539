// Shows every parser a great many images with wrong numbers in them, new ones each time: npm run fuzz -- [cases [seed]]
import {fuzz as fuzzAnswers} from '../sources/url/fuzz.ts';
import {fuzz} from './harness.ts';
import {subjects} from './subjects.ts';

const [cases = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const expectedShare = 0.9;

console.log(`${cases} cases each, from seed ${seed}\n`);
const tell = (name: string, past: number, run: number): void => {
	console.log(`${name}: no fault; ${((100 * past) / run).toFixed(1)} % were read beyond their header`);
	if (past / run < expectedShare)
		throw new Error(`expected ${100 * expectedShare} % of the cases beyond the header`);
};

for (const subject of subjects) {
	const {past, cases: run} = await fuzz(subject, Number(cases), Number(seed));
	tell(subject.name, past, run);
}
for (const {parser, past, cases: run} of fuzzAnswers(Number(cases), Number(seed)))
	tell(`an answer of ${parser}`, past, run);
