import {sealed} from './checksum.ts';
import {colours, layoutOf, defaultSize as size} from './layout.ts';
import {quote} from './quote.ts';
import type {SourceLabels} from './recorded.ts';

/** What the script beside a log is about. */
export type MemoryScript = {
	/** Plain file name of the log, without control characters. */
	readonly logName: string;
	/** Plain file name of the picture it makes where there is no window. */
	readonly pictureName: string;
	/** Minutes east of UTC. */
	readonly utcOffset: number;
	/** Name of the source in the log's header that the labels belong to; absent for a log without a header. */
	readonly source?: string;
	readonly sourceLabels: SourceLabels;
	/** True when RSS is a curve of its own, from the fourth column. */
	readonly hasRss: boolean;
};

/**
 * A gnuplot script that draws the log beside it, for anyone to run again as the log grows. It finds the newest
 * recording and what its header says by itself, so it stays right when a further recording is appended.
 */
export const memoryScript = (script: MemoryScript): string =>
	sealed(
		[
			settings(script),
			newestRecording,
			header,
			words(script),
			measures(script),
			terminal,
			time,
			bytes,
			plot(script),
			ending,
		].join('\n'),
	);

const settings = ({logName, pictureName, utcOffset}: MemoryScript): string => `\
# Draws how much memory a process had in use and from the system:  gnuplot -p <this file>
# It reads the log beside it: run it again as the log grows.

whole_file = 0    # 1: everything in the log, not only the newest recording
make_picture = 0  # 1: a picture beside the log instead of a window
utc_offset = ${utcOffset * 60}    # seconds east of UTC, added to the times of the log
log_name = ${quote(logName, Number.POSITIVE_INFINITY)}
picture_name = ${quote(pictureName, Number.POSITIVE_INFINITY)}
`;

const newestRecording = `\
set encoding utf8

# The folder of this script. A relative one begins with ./ so that no name can look like a command.
script = exists('ARG0') ? ARG0 : ''
slash = 0
do for [i = 1:strlen(script)] { if (script[i:i] eq '/') { slash = i } }
folder = (script[1:1] eq '/' ? '' : './').script[1:slash]
log_file = folder.log_name

# Recordings lie two blank lines apart. Only those that have samples count.
stats log_file using ($2 * 0 + column(-2)) nooutput
if (!exists('STATS_max')) {
	print log_file.' holds no samples yet'
	exit status 1
}
newest = int(STATS_max)
oldest = whole_file ? 0 : newest
`;

// Every field is joined to '', since one that a torn or odd line lacks is no string.
const header = `\
# What the header of the newest recording with samples says: {"pid":4242,"name":"…",…}, taken apart at its quotes.
# Where the source was switched, its numbers mean something else: what came before is left out.
is_new = 0
since = 0
pid = ''
name = ''
source = ''
text_after(key, i) = i > 40 ? '' : (''.strcol(i)) eq key ? ''.strcol(i + 2) : text_after(key, i + 1)
see_header(row) = (is_new = 1, seen_pid = ''.strcol(3), seen_name = ''.strcol(6), seen_source = text_after('source', 7), 0)
take_header(line) = (is_new = 0, since = seen_source eq source ? since : word(line, 1) + 0, pid = seen_pid, name = seen_name, source = seen_source, 0)
read(line) = line[1:10] eq '# memtop 1' ? see_header(0) : is_new && line[1:1] ne '#' && word(line, 2) ne 'NaN' ? take_header(line) : 0
set datafile commentschars ''
set datafile separator '"'
stats log_file using (read(strcol(1))) nooutput
set datafile separator whitespace
set datafile commentschars '#'
since = whole_file ? 0 : since
`;

const words = ({source, sourceLabels}: MemoryScript): string => `\
is_known = !whole_file && source eq ${quote(source ?? '')}
source_label = is_known ? ${quote(sourceLabels.source)} : source
in_use_label = is_known ? ${quote(`In use · ${sourceLabels.inUse}`)} : 'In use'
system_label = is_known ? ${quote(`System · ${sourceLabels.system}`)} : 'System'
heading = whole_file || pid eq '' ? log_name : name.' · pid '.pid[2:strlen(pid) - 1].' · '.source_label
`;

const measures = ({hasRss}: MemoryScript): string => `\
# From when to when, and how high. A system far above the rest has an axis of its own on the right.
stats log_file index oldest:newest using ($1 < since ? NaN : $1) nooutput
first = STATS_min
last = STATS_max
stats log_file index oldest:newest using ($1 < since ? NaN : ${hasRss ? 'valid(4) && $4 > $2 ? $4 : $2' : '$2'}) nooutput
low = STATS_max > 2**20 ? STATS_max : 2**20
stats log_file index oldest:newest using ($1 < since ? NaN : $3 > $2 ? $3 : $2) nooutput
high = STATS_max > low ? STATS_max : low
is_far = high > (source eq '' || source eq 'os' ? 4 : 20) * low
`;

const terminal = `\
# Without a window: a picture beside the log.
make_picture = make_picture || GPVAL_TERM eq 'unknown'
if (make_picture) {
	if (strstrt(GPVAL_TERMINALS, ' pngcairo ')) {
		set terminal pngcairo rounded noenhanced size ${size.width},${size.height} font 'Sans,18'
	} else {
		set terminal png truecolor noenhanced size ${size.width},${size.height} font 'Sans,18'
	}
	set output folder.picture_name
}
`;

const time = `\
# gnuplot knows no time zones.
zone = utc_offset == 0 ? 'UTC' : sprintf('UTC%s%02d:%02d', utc_offset < 0 ? '-' : '+', int(abs(utc_offset)) / 3600, int(abs(utc_offset)) / 60 % 60)
day(time) = strftime('%Y-%m-%d', time + utc_offset)
clock(time) = strftime('%H:%M:%S', time + utc_offset)
amount(count, name) = count == 0 ? '' : sprintf(' %d%s', count, name)
length(s) = s == 0 ? ' 0s' : amount(s / 86400, 'd').amount(s / 3600 % 24, 'h').amount(s / 60 % 60, 'm').amount(s % 60, 's')
seconds = last - first
span = day(first).' '.clock(first).' – '.(day(first) eq day(last) ? '' : day(last).' ').clock(last).' ('.length(int(seconds + 0.5))[2:*].')'
room = seconds > 0 ? 0 : 0.5
set xlabel 'time ('.zone.')' noenhanced textcolor rgb '${colours.quiet}'
set xrange [first + utc_offset - room:last + utc_offset + room]
set xtics time format (seconds < 10 ? '%H:%M:%.3S' : seconds < 1800 ? '%H:%M:%S' : seconds < 129600 ? '%H:%M' : "%b %d\\n%H:%M")
`;

const bytes = `\
# Tics on powers of two; both axes share the grid.
step(top, count) = 2.0**ceil(log(1.02 * top / count) / log(2))
unit(top) = top < 2**30 ? 2**20 : 2**30
unit_format(unit) = unit == 2**20 ? '%g MiB' : '%g GiB'
left_step = step(is_far ? low : high, 8)
intervals = ceil(1.02 * (is_far ? low : high) / left_step)
left_unit = unit(intervals * left_step)
set format y unit_format(left_unit)
set tics nomirror out scale 0.5 textcolor rgb '${colours.quiet}'
set ytics left_step / left_unit
set yrange [0:intervals * left_step / left_unit]
system_unit = left_unit
system_axes = 'x1y1'
set border 3 linecolor rgb '${colours.border}'
if (is_far) {
	right_step = step(high, intervals)
	system_unit = unit(intervals * right_step)
	system_axes = 'x1y2'
	system_label = system_label.' (right axis)'
	set format y2 unit_format(system_unit)
	set y2tics right_step / system_unit nomirror textcolor rgb '${colours.system}'
	set y2range [0:intervals * right_step / system_unit]
	set ytics textcolor rgb '${colours.inUse}'
	set border 11
}
`;

const {heading, span = heading, frame} = layoutOf(size);
const {left, right, top, bottom} = frame;

const plot = ({hasRss}: MemoryScript): string => `\
set lmargin at screen ${fraction(left, size.width)}
set rmargin at screen ${fraction(right, size.width)}
set tmargin at screen ${fromTop(top)}
set bmargin at screen ${fromTop(bottom)}
large = make_picture ? ',28' : ',16'
set label 1 heading at screen ${fraction(left, size.width)},${fromTop(heading - 10)} left noenhanced font large textcolor rgb '${colours.text}'
set label 2 span at screen ${fraction(left, size.width)},${fromTop(span - 6)} left noenhanced textcolor rgb '${colours.quiet}'
set key at screen ${fraction(left - 14, size.width)},${fromTop(top - 62)} left top horizontal reverse Left samplen 2.5 noenhanced
set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '${colours.grid}'
plot ${curves(hasRss).join(', \\\n     ')}
`;

const curves = (hasRss: boolean): string[] => [
	`${rows('$2 / left_unit')} linewidth 3.5 linecolor rgb '${colours.inUse}' title in_use_label`,
	`${rows('$3 / system_unit')} axes @system_axes linewidth 3 dashtype (12,6) linecolor rgb '${colours.system}' title system_label`,
	...(hasRss ? [`${rows('$4 / left_unit')} linewidth 1.5 linecolor rgb '${colours.rss}' title 'RSS'`] : []),
];

const rows = (y: string): string =>
	`log_file index oldest:newest using ($1 + utc_offset):($1 < since ? NaN : ${y}) with lines`;

const fraction = (pixels: number, whole: number): string => (pixels / whole).toFixed(4);

const fromTop = (pixels: number): string => fraction(size.height - pixels, size.height);

const ending = `\
if (make_picture) {
	unset output
	set print '-'
	print folder.picture_name
	set print
}
`;
