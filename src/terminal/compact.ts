/**
 * The same drawing in fewer bytes: cursor moves that only lead to the next are joined, and a colour is sent when a
 * character needs another one, not before. What the library sends for a frame is a third shorter so. Every run of
 * attributes in it begins with a reset, so one sequence tells all of them.
 */
export const compact = (frame: string): string => {
	const pen: Pen = {text: '', applied: '', wanted: '', row: undefined, column: ''};
	for (const token of frame.match(tokens) ?? []) take(pen, token);
	flushMove(pen);
	// Whatever comes after a frame begins with the terminal's own colours.
	if (pen.applied !== '') pen.text += `${introducer}[m`;
	return pen.text;
};

type Pen = {
	text: string;
	/** Parameters of the attributes that the terminal has now, and of those that the next character is to have. */
	applied: string;
	wanted: string;
	/** Where the cursor is to go before anything else is sent; undefined when it is there. */
	row: string | undefined;
	column: string;
};

const introducer = '\u001b';

// Attributes, cursor position, cursor right, any other sequence, text.
const tokens =
	/\u001b\[[\d;]*m|\u001b\[\d+;\d+H|\u001b\[\d*C|\u001b\[[?\d;]*[A-Za-z]|\u001b[^[]|[^\u001b]+|\u001b/g;

const take = (pen: Pen, token: string): void => {
	const last = token.at(-1);
	if (!token.startsWith(introducer)) write(pen, token);
	else if (last === 'm' && token[1] === '[') pen.wanted = token.slice(2, -1);
	else if (last === 'H' && token.includes(';')) moveTo(pen, token);
	else if (last === 'C' && token[1] === '[' && pen.row !== undefined) moveRight(pen, token);
	else {
		flushMove(pen);
		pen.text += token;
	}
};

const write = (pen: Pen, text: string): void => {
	flushMove(pen);
	if (pen.wanted !== pen.applied) pen.text += attributes(pen);
	pen.applied = pen.wanted;
	pen.text += text;
};

const moveTo = (pen: Pen, token: string): void => {
	const [row, column = '1'] = token.slice(2, -1).split(';');
	pen.row = row;
	pen.column = column;
};

const moveRight = (pen: Pen, token: string): void => {
	pen.column = String(Number(pen.column) + Number(token.slice(2, -1) || 1));
};

const flushMove = (pen: Pen): void => {
	if (pen.row !== undefined) pen.text += `${introducer}[${pen.row};${pen.column}H`;
	pen.row = undefined;
};

// A colour of the foreground replaces another; bold, inverse and backgrounds have to be reset.
const attributes = ({applied, wanted}: Pen): string => {
	if (wanted === '') return `${introducer}[m`;
	const replaces = applied === '' || (isForeground(applied) && isForeground(wanted));
	return `${introducer}[${replaces ? '' : '0;'}${wanted}m`;
};

const isForeground = (parameters: string): boolean => /^(38;5;\d+|3\d|9\d)$/.test(parameters);
