import test, {type ExecutionContext} from 'ava';
import {type Answer, partAnswers} from '../../../src/terminal/graphics/answers.ts';

const introducer = '\u001b';
const attributes = (text: string): Answer => ({kind: 'attributes', attributes: text.split(';')});

/** Rows: what a terminal sent, with ^[ for Escape, and what it says. */
const answers: Readonly<Record<string, Answer>> = {
	'^[[?63;1;2;4;6;9;15;16;22;28c': attributes('1;2;4;6;9;15;16;22;28'),
	'^[[?64;1;2;6;9;15;16;17;18;21;22;28c': attributes('1;2;6;9;15;16;17;18;21;22;28'),
	'^[[?1;2c': attributes('2'),
	'^[[?6c': {kind: 'attributes', attributes: []},
	'^[[?2;0;900;585S': {kind: 'sixelArea', width: 900, height: 585},
	'^[[?2;3S': {kind: 'nothing'},
	'^[[?2;0;0;0S': {kind: 'nothing'},
	'^[[?1;0;256S': {kind: 'nothing'},
	'^[[4;390;600t': {kind: 'textArea', width: 600, height: 390},
	'^[[6;13;6t': {kind: 'cell', width: 6, height: 13},
	'^[[6;0;0t': {kind: 'nothing'},
	'^[_Gi=31;OK^[\\': {kind: 'kitty', isTaken: true},
	'^[_Gi=31;ENOTSUPPORTED:no^[\\': {kind: 'kitty', isTaken: false},
	'^[_Gi=7;OK^[\\': {kind: 'kitty', isTaken: false},
};

const says = (t: ExecutionContext, sent: string, expected: Answer) => {
	const read = sent.replaceAll('^[', introducer);
	t.deepEqual(partAnswers(read), {answers: [expected], keys: '', rest: ''});
	for (let cut = 1; cut < read.length; cut += 1) {
		const first = partAnswers(`q${read.slice(0, cut)}`);
		const then = partAnswers(`${first.rest}${read.slice(cut)}w`);
		t.deepEqual([first.answers, first.keys, then], [[], 'q', {answers: [expected], keys: 'w', rest: ''}]);
	}
};

for (const [sent, answer] of Object.entries(answers))
	test(`${sent}, whole and in two reads`, says, sent, answer);

/** Rows: keys, each of which is none of the answers. */
const keys = [
	'q',
	'\u001b[A',
	'\u001b[1;5C',
	'\u001b[6~',
	'\u001bOP',
	'\u001bq',
	'\u0003',
	'Ã¼',
	'\u001b[1;2S',
];

for (const key of keys) {
	test(`the key ${JSON.stringify(key)} is no answer`, t => {
		const around = partAnswers(`${key}${introducer}[?1;2c${key}`);
		t.deepEqual(around, {answers: [attributes('2')], keys: key + key, rest: ''});
	});
}

test('Escape may be the beginning of an answer', t => {
	t.deepEqual(partAnswers(introducer), {answers: [], keys: '', rest: introducer});
});

test('what goes on for longer than any answer is none', t => {
	const long = `${introducer}[?${'1;'.repeat(100)}`;
	t.deepEqual(partAnswers(long), {answers: [], keys: long, rest: ''});
});
