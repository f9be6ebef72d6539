import test, {type ExecutionContext} from 'ava';
import type {Capabilities} from '../../src/terminal/capabilities.ts';
import {themeFor} from '../../src/terminal/theme.ts';
import {type Style, styleIndex, styles} from '../../src/view/style.ts';

type Colours = Capabilities['colours'];

const foregroundOf = (colours: Colours, style: Style): number =>
	((themeFor(colours)[styleIndex[style]] ?? 0) >> 9) & 0x1ff;

const terminalsOwn = 0x1ff;

/** Nothing is drawn in a colour that the terminal has not, nor in black, which is the colour of most terminals. */
const staysWithin = (t: ExecutionContext, colours: Colours) => {
	for (const style of styles) {
		const colour = foregroundOf(colours, style);
		t.true(colour === terminalsOwn || (colour > 0 && colour < colours), `${style}: ${colour}`);
	}
};

for (const colours of [0, 8, 16, 256] as const) test(`${colours} colours`, staysWithin, colours);

/** What means something of its own is told from plain text, if not by its colour then by its weight. */
const tellsApart = (t: ExecutionContext, colours: Colours) => {
	const theme = themeFor(colours);
	for (const style of [
		'strong',
		'inUse',
		'system',
		'bad',
		'good',
		'key',
		'borderSelected',
		'chosen',
		'cursor',
		'mark',
	] as const) {
		t.not(theme[styleIndex[style]], theme[styleIndex.plain], style);
	}
	if (colours === 0) return;
	const curves = (['inUse', 'system', 'rss', 'other'] as const).map(style => theme[styleIndex[style]]);
	t.is(new Set(curves).size, curves.length);
	t.not(theme[styleIndex.mark], theme[styleIndex.event]);
	t.not(theme[styleIndex.cursor], theme[styleIndex.mark]);
};

for (const colours of [0, 8, 16, 256] as const) test(`${colours} colours tell apart`, tellsApart, colours);
