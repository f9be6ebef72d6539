import test from 'ava';
import {choose} from '../../src/sources/choose.ts';
import type {Probe, Refusal, Source} from '../../src/sources/source.ts';
import {goSource, plainSource} from '../fixtures/source.ts';

const target = {pid: 4242, name: 'x'};
const probe: Probe = {read: () => ({values: {}}), close: () => {}};

const named = (name: string, opened: Probe | Refusal): Source => ({
	...goSource,
	name,
	open: async () => opened,
});

/** Rows: what the sources answer in their order; which is chosen, and whose refusals are told. */
const testChoice = test.macro(
	async (t, answers: readonly (Probe | Refusal)[], expected: string | undefined, told: readonly string[]) => {
		const sources = answers.map((answer, index) => named(`source ${index}`, answer));
		const {chosen, refusals} = await choose(sources, target);
		t.is(chosen?.source.name, expected);
		t.deepEqual(
			refusals.map(({refused}) => refused),
			told,
		);
	},
);

const other: Refusal = {refused: 'no Go program', applies: false};
const old: Refusal = {refused: 'Go 1.15 keeps no totals', applies: true};
const hidden: Refusal = {refused: 'another user runs it', applies: false, help: 'sudo'};

test('the first that reads', testChoice, [probe, probe], 'source 0', []);
test('those of another kind are passed over', testChoice, [other, probe], 'source 1', []);
test('one of its kind that cannot read it is the last', testChoice, [old, probe], undefined, [old.refused]);
test('one that may be of its kind is not', testChoice, [hidden, probe], 'source 1', [hidden.refused]);
test('what would help is told', testChoice, [hidden], undefined, ['another user runs it']);
test('none', testChoice, [other, other], undefined, []);
test('no sources', testChoice, [], undefined, []);

test('none is asked behind the one that reads', async t => {
	const last: Source = {...plainSource, open: () => Promise.reject(new Error('asked'))} as Source;
	await t.notThrowsAsync(choose([named('first', probe), last], target));
});
