import type {Compared, State, Viewed} from '../app/state.ts';
import {groupThousands} from '../model/bytes.ts';
import {counted} from '../model/counted.ts';
import {formatDuration} from '../model/duration.ts';
import type {History} from '../model/history.ts';
import {baseName, comparedNames} from './compared.ts';
import type {Glyphs} from './glyphs.ts';
import {joined, type Line, type Span, span} from './style.ts';

/**
 * What log is looked at, from the longest form to the shortest: its file, samples, how long they go on, what was
 * damaged, what else is to be said of it, and how far it is read. That something is missing is worth more than remarks.
 */
export const viewedForms = (state: State, viewed: Viewed, glyphs: Glyphs): readonly Line[] => {
	const length = lengthOf(state.history);
	const files = state.other ? comparedFiles(state, state.other) : fileSpans(state, viewed);
	const numbers = state.other ? [] : [span(counted(state.history.samples, 'sample'))];
	const remarks = viewed.remarks.map(remark => span(remark, 'dim'));
	const [damage, briefDamage] = [damageOf(viewed), damageOf(viewed).slice(0, 1).map(brief)];
	const progress = progressOf(state, viewed);
	const forms: readonly (readonly Span[])[] = [
		[...files, ...numbers, ...length, ...damage, ...remarks, ...progress],
		[...files, ...numbers, ...length, ...damage, ...progress],
		[...files, ...numbers, ...damage, ...progress],
		[...files, ...numbers, ...briefDamage, ...progress],
		[...files, ...briefDamage, ...progress],
		[...numbers, ...briefDamage, ...progress],
		[...briefDamage, ...progress],
		progress.slice(0, 1),
	];
	const dot = span(glyphs.separator, 'dim');
	return forms.map(form =>
		joined(
			form.map(({text, style}) => span(glyphs.plain(text), style)),
			dot,
		),
	);
};

// A log that does not say whose it is goes by its own name, which stands on the left already.
const fileSpans = ({target}: State, {path}: Viewed): readonly Span[] =>
	target?.name === baseName(path) ? [] : [span(baseName(path))];

const lengthOf = ({start, end}: History): readonly Span[] =>
	end > start ? [span(formatDuration(end - start))] : [];

const comparedFiles = (state: State, other: Compared): readonly Span[] => {
	const [one, two] = comparedNames(state, other);
	return [
		span(`A ${one} ${groupThousands(state.history.samples)}`, 'strong'),
		span(`B ${two} ${groupThousands(other.history.samples)}`, 'other'),
	];
};

const damageOf = ({damaged, firstDamaged}: Viewed): readonly Span[] => {
	if (damaged === 0) return [];
	const first = firstDamaged === undefined ? '' : groupThousands(firstDamaged);
	const where = first && (damaged === 1 ? `, line ${first}` : ` from line ${first}`);
	return [span(`${counted(damaged, 'damaged line')}${where}`, 'bad')];
};

const brief = ({text, style}: Span): Span => span(text.replace(/ lines?.*/, ''), style);

const progressOf = ({view}: State, {progress, isFollowed}: Viewed): readonly Span[] => {
	const reading = progress === undefined ? [] : [span(`reading ${Math.floor(progress * 100)} %`, 'good')];
	// Moved back in time, it shows no longer what is added.
	const isAtEnd = view.edge === undefined && view.frozen === undefined;
	return [...reading, ...(isFollowed && isAtEnd ? [span('FOLLOWING', 'good')] : [])];
};
