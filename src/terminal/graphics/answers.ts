/** What a terminal said of itself; sizes are in pixels. */
export type Answer =
	/** Primary device attributes (DA1), without the class of the terminal, which comes first. */
	| {readonly kind: 'attributes'; readonly attributes: readonly string[]}
	/** The largest sixel picture (XTSMGRAPHICS), the whole window's text, one character. */
	| {readonly kind: 'sixelArea' | 'textArea' | 'cell'; readonly width: number; readonly height: number}
	/** Whether it takes pictures as kitty does. */
	| {readonly kind: 'kitty'; readonly isTaken: boolean}
	/** An answer that says nothing, for example that something is not known. */
	| {readonly kind: 'nothing'};

/** What was read of a terminal, its answers apart from the keys; `rest` may be the beginning of an answer. */
export type Parted = {readonly answers: readonly Answer[]; readonly keys: string; readonly rest: string};

/** Parts what was read: `rest` belongs before what is read next. */
export const partAnswers = (read: string): Parted => {
	const rest = unfinished.exec(read)?.[0] ?? '';
	const whole = read.slice(0, read.length - rest.length);
	return {
		answers: (whole.match(finished) ?? []).map(answerOf),
		keys: whole.replaceAll(finished, ''),
		rest,
	};
};

/** True for what no key begins with. */
export const isBegunAnswer = (rest: string): boolean => /^\u001b(\[\?|_)/.test(rest);

// No key sends `CSI ?`, `CSI … t` or an application program command.
const finished = /\u001b\[\?[\d;]*[cS]|\u001b\[[46];\d+;\d+t|\u001b_[^\u001b]{0,4096}\u001b\\/g;
const unfinished = /\u001b(\[(\?[\d;]{0,99}|[\d;]{0,20})|_[^\u001b]{0,4096}\u001b?)?$/;

const answerOf = (text: string): Answer => {
	if (text[1] === '_') return {kind: 'kitty', isTaken: /^G(?:[^;]*,)?i=31(?:,[^;]*)?;OK/.test(text.slice(2))};
	const numbers = text.slice(2, -1).replace('?', '').split(';');
	if (text.endsWith('c')) return {kind: 'attributes', attributes: numbers.slice(1)};
	return text.endsWith('t') ? windowAnswer(numbers) : sixelAnswer(numbers);
};

// `CSI 4 ; height ; width t` for the window's text, `CSI 6 ; …` for a character (xterm, ctlseqs: window manipulation).
const windowAnswer = ([what, height, width]: readonly string[]): Answer =>
	sized(what === '4' ? 'textArea' : 'cell', Number(width), Number(height));

// `CSI ? 2 ; 0 ; width ; height S`; any other status than 0 is an error (xterm, ctlseqs: XTSMGRAPHICS).
const sixelAnswer = ([item, status, width, height]: readonly string[]): Answer =>
	item === '2' && status === '0' ? sized('sixelArea', Number(width), Number(height)) : {kind: 'nothing'};

const sized = (kind: 'sixelArea' | 'textArea' | 'cell', width: number, height: number): Answer =>
	width > 0 && height > 0 ? {kind, width, height} : {kind: 'nothing'};
