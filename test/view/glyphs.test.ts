import test from 'ava';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';

const testPlain = test.macro((t, text: string, ascii: string, unicode: string = text) => {
	t.is(asciiGlyphs.plain(text), ascii);
	t.is(unicodeGlyphs.plain(text), unicode);
});

test('ASCII', testPlain, 'a b ~', 'a b ~');
test('arrows', testPlain, '↑↓ ↑ ↓ ⌫', 'Up/Dn Up Down BS');
test('dashes and dots', testPlain, 'a – b · c…', 'a - b | c.');
test('letters it does not have', testPlain, 'größe', 'gr??e');
test('letters that take two cells', testPlain, '日本', '??', '??');
test('marks over letters, and emoji', testPlain, 'a\u0301 🙂', 'a? ??', 'a? ?');

test('every ASCII glyph is ASCII, as wide as its other form', t => {
	const pieces = ({recording, paused, up, down, border, tick}: typeof asciiGlyphs): readonly string[] => [
		...[recording, paused, up, down],
		...border,
		...tick,
	];
	t.true(pieces(asciiGlyphs).every(piece => /^[ -~]$/.test(piece)));
	t.true(pieces(unicodeGlyphs).every(({length}) => length === 1));
	t.is(asciiGlyphs.separator.length, unicodeGlyphs.separator.length);
});
