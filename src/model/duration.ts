const units = [
	['d', 86_400],
	['h', 3600],
	['m', 60],
] as const;

/** A length of time in the two largest units that are not zero: `3d 4h`, `2h 5m`, `40s`, `0.2s`, `20ms`. */
export const formatDuration = (seconds: number): string => {
	if (!Number.isFinite(seconds)) return '–';
	if (seconds > 0 && seconds < 1) return seconds < 0.1 ? `${round(seconds * 1000)}ms` : `${round(seconds)}s`;
	if (seconds < 10) return `${round(seconds)}s`;
	const whole = Math.round(seconds);
	const parts: string[] = [];
	let rest = whole;
	for (const [name, size] of units) {
		if (rest >= size) parts.push(`${Math.floor(rest / size)}${name}`);
		rest %= size;
	}
	if (rest > 0 || parts.length === 0) parts.push(`${rest}s`);
	return parts.slice(0, 2).join(' ');
};

const round = (value: number): number => Math.round(value * 100) / 100;
