import test from 'ava';
import {fuzz} from './harness.ts';
import {subjects} from './subjects.ts';

for (const subject of subjects) {
	test(`2,000 cases: ${subject.name}`, async t => {
		const {cases, past} = await fuzz(subject, 2000, 1);
		t.true(past >= 0.9 * cases, `${past} were read beyond their header`);
	});
}
