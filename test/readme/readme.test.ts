import {readFileSync} from 'node:fs';
import test from 'ava';
import {sections, withSections} from './sections.ts';

const readme = readFileSync('README.md', 'utf8');

const testSection = test.macro((t, name: keyof typeof sections) => {
	t.true(readme.includes(sections[name]()), `section ${name} is old: npm run readme`);
});

for (const name of Object.keys(sections) as (keyof typeof sections)[]) {
	test(`section ${name} is as the program has it`, testSection, name);
}

test('nothing else would change', t => {
	t.is(withSections(readme), readme);
});
