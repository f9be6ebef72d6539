import test from 'ava';
import {fuzz} from './fuzz.ts';

for (const {parser, cases, past} of fuzz(2000, 1)) {
	test(`${parser}: changed answers give right figures or none`, t => {
		t.log(`${past} of ${cases} cases reached the numbers`);
		t.true(past >= 0.9 * cases);
	});
}
