import {Resvg} from '@resvg/resvg-js';
import test, {type ExecutionContext} from 'ava';
import {svgOf} from '../../src/plot/svg.ts';
import {assertDrawn} from './pixels.ts';
import {controlNames, header, hostileNames, pictureOf, type Samples, start, waves} from './recording.ts';
import {textsOf} from './xml.ts';

const testPixels = (t: ExecutionContext, recorded: Samples, curve: string) => {
	const picture = pictureOf(recorded, 60);
	const image = new Resvg(svgOf(picture), {font: {loadSystemFonts: false}}).render().asPng();
	assertDrawn(t, image, [picture, curve]);
};

test('in use lies where its samples are', testPixels, waves(2000), 'In use');
test('so it does beside a right axis', testPixels, waves(2000, 20), 'In use');
test('a million samples', testPixels, waves(1_000_000), 'In use');
test('a single sample leaves a dot', testPixels, waves(1), 'System');

test('it says what the picture says', t => {
	const picture = pictureOf({...waves(600, 20), marks: [{time: start + 300, label: 'deploy'}]}, 60);
	const texts = textsOf(svgOf(picture));
	for (const text of [
		picture.heading,
		picture.span,
		picture.time.label,
		'deploy',
		'64 MiB',
		'2 GiB',
		'07:05',
	])
		t.true(texts.includes(text), text);
	for (const {label} of picture.legend) t.true(texts.includes(label), label);
});

const testName = (t: ExecutionContext, name: string, shown: string) => {
	const recorded = {...waves(20), header: {...header, name}, marks: [{time: start, label: name}]};
	const texts = textsOf(svgOf(pictureOf(recorded, 0)));
	t.true(texts.includes(`${shown} · pid 4242 · Go 1.19.8`));
};

for (const name of hostileNames)
	test(`a document whatever the name: ${JSON.stringify(name)}`, testName, name, name);
for (const name of controlNames) {
	const shown = name.toWellFormed().replace(/[\u0000-\u001f\u0085\u202e\ufffd]/g, '?');
	test(`control characters are replaced: ${JSON.stringify(name)}`, testName, name, shown);
}

test('nothing at all is still a document', t => {
	t.true(textsOf(svgOf(pictureOf(waves(0), 0))).length > 0);
});
