import {createFakeTerminal} from '../../helpers/fake-terminal.ts';

/** Questions that a program may ask a terminal, as it writes them. */
export const questions = {
	kitty: '\u001b_Gi=31',
	attributes: '\u001b[c',
	sixelArea: '\u001b[?2;1;0S',
	textArea: '\u001b[14t',
	cell: '\u001b[16t',
} as const;

/** What some terminals answer; those that are not there, they leave unanswered. */
export type TerminalAnswers = {readonly [Question in keyof typeof questions]?: string};

/** Measured: of xterm 379 as `xterm -ti vt340` and as it is, and of tmux 3.3a; kitty's by its manual. */
export const terminals = {
	sixelXterm: {
		attributes: '\u001b[?63;1;2;4;6;9;15;16;22;28c',
		sixelArea: '\u001b[?2;0;800;510S',
	},
	xterm: {attributes: '\u001b[?64;1;2;6;9;15;16;17;18;21;22;28c', sixelArea: '\u001b[?2;3S'},
	tmux: {attributes: '\u001b[?1;2c'},
	kitty: {
		kitty: '\u001b_Gi=31;OK\u001b\\',
		attributes: '\u001b[?62;c',
		textArea: '\u001b[4;600;1000t',
		cell: '\u001b[6;20;10t',
	},
	silent: {},
} as const satisfies Record<string, TerminalAnswers>;

/** A terminal of 100 by 30 that gives its answers in the order of the questions, by `send` if not at once. */
export const answeringTerminal = (
	answers: TerminalAnswers,
	send = (push: (text: string) => void, answer: string) => push(answer),
) => {
	const fake = createFakeTerminal(100, 30);
	const write = fake.output.write.bind(fake.output) as (text: string | Uint8Array) => boolean;
	const answered = (text: string) =>
		(Object.keys(questions) as (keyof typeof questions)[])
			.filter(name => text.includes(questions[name]))
			.sort((one, other) => text.indexOf(questions[one]) - text.indexOf(questions[other]))
			.map(name => answers[name] ?? '')
			.join('');
	fake.output.write = (text: string | Uint8Array) => {
		const answer = answered(String(text));
		if (answer !== '') setImmediate(() => send(bytes => void fake.input.push(bytes), answer));
		return write(text);
	};
	const keys: string[] = [];
	fake.input.on('data', (bytes: Buffer) => keys.push(String(bytes)));
	return {...fake, keys: () => keys.join('')};
};
