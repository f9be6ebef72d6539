import test, {type ExecutionContext} from 'ava';
import {frameWidth, layoutOf, type Size} from '../../src/plot/layout.ts';
import {marksIn} from '../../src/plot/marks.ts';
import {textWidth} from '../../src/plot/text-width.ts';
import {reduced, start, waves} from './recording.ts';

/** Texts of marks one second apart, as far as they stand anywhere, lie in the frame and overlap in no row. */
const testApart = (t: ExecutionContext, count: number, size: Size) => {
	const marks = Array.from({length: count}, (_, index) => ({
		time: start + ((index + 0.5) / count) * 599,
		label: `Wide Mark ${index} of the deployment MWMW`,
	}));
	const range = {from: start, to: start + 599};
	const placed = marksIn([reduced({...waves(600), marks}, range)], {
		range,
		fromStart: false,
		size,
		utcOffset: 0,
	});
	const {left, right} = frameWidth(size);
	const em = 24 * layoutOf(size).scale;
	const {from, to} = range;
	const texts = placed.flatMap(({at, label, place}) => {
		if (!place) return [];
		const x = left + ((at - from) / (to - from)) * (right - left);
		const width = textWidth(label) * em;
		return [{row: place.row, from: place.side === 'right' ? x : x - width, width}];
	});
	t.is(placed.length, count);
	t.true(texts.length >= Math.min(4, count));
	for (const [index, text] of texts.entries()) {
		t.true(text.from >= left && text.from + text.width <= right);
		for (const other of texts.slice(index + 1).filter(({row}) => row === text.row))
			t.true(text.from + text.width < other.from || other.from + other.width < text.from);
	}
};

test('fourteen', testApart, 14, {width: 1920, height: 1080});
test('two hundred', testApart, 200, {width: 1920, height: 1080});
test('five in a small picture', testApart, 5, {width: 480, height: 320});
