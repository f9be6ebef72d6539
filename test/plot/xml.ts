/** The texts of an XML document in order; throws where it is not well-formed by the rules that an SVG of ours needs. */
export const textsOf = (document: string): string[] => {
	const open: string[] = [];
	const texts: string[] = [];
	let rest = document.replace(/^<!--(?:(?!--).)*-->\n/, '').trimEnd();
	while (rest !== '') {
		const [token] = /^<\/?[^<>]*>|^[^<]+/.exec(rest) ?? [];
		if (token === undefined) throw new Error(`expected a tag or text, got ${rest.slice(0, 40)}`);
		if (token.startsWith('<')) takeTag(token, open);
		else if (open.length === 0) throw new Error(`expected an element around ${token}`);
		else texts.push(textOf(token));
		rest = rest.slice(token.length);
		if (open.length === 0 && rest !== '') throw new Error('expected one root element');
	}
	return texts.filter(text => text.trim() !== '');
};

const takeTag = (tag: string, open: string[]): void => {
	const match = /^<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>$/.exec(tag);
	if (!match) throw new Error(`expected a tag, got ${tag}`);
	const [, closing, name = '', attributes = '', empty] = match;
	const keys = Array.from(attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g), ([, key, value = '']) => {
		textOf(value);
		return key;
	});
	if (new Set(keys).size < keys.length) throw new Error(`expected each attribute once, got ${tag}`);
	if (closing !== '' && open.pop() !== name) throw new Error(`expected another end than ${tag}`);
	if (closing === '' && empty === '') open.push(name);
};

const textOf = (raw: string): string => {
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\]\]>/.test(raw) || !raw.isWellFormed())
		throw new Error(`expected characters of XML, got ${JSON.stringify(raw)}`);
	return raw.replace(/&(?:(amp|lt|gt|quot);)?/g, (_, name: string | undefined) => {
		if (name === undefined) throw new Error(`expected an entity, got ${raw}`);
		return {amp: '&', lt: '<', gt: '>', quot: '"'}[name] ?? '';
	});
};
