import test from 'ava';
import {findSource, sources} from '../../src/sources/index.ts';
import type {Source} from '../../src/sources/source.ts';

test('a source by its name', t => {
	for (const source of sources) t.is(findSource(source.name), source);
	t.is(sources.at(-1)?.name, 'os');
	t.is(findSource('OS'), undefined);
	t.is(findSource(''), undefined);
});

test('names, metrics and columns occur once', t => {
	const all: readonly Source[] = sources;
	const isUnique = (words: readonly string[]) => new Set(words).size === words.length;
	t.true(isUnique(all.map(({name}) => name)));
	t.true(isUnique(all.flatMap(({metrics}) => metrics.map(({id}) => id))));
	for (const {metrics} of all) t.true(isUnique(metrics.flatMap(({column}) => column ?? [])));
});

for (const source of sources as readonly Source[]) {
	test(`${source.name}: what it calls in use and system it has`, t => {
		const ids = source.metrics.map(({id}) => id);
		t.true(ids.includes(source.inUse) && ids.includes(source.system));
	});

	test(`${source.name}: every metric is explained in a sentence`, t => {
		for (const {id, definition} of source.metrics) {
			t.true(id.startsWith(`${source.name}.`));
			t.regex(definition, /^[A-Z].*\.$/);
		}
	});
}
