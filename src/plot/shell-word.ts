/**
 * A file's name as one word of a shell command, quoted where it must be. A name that gnuplot could take for an option,
 * a pipe or somebody's home, by its first character, gets `./` before it.
 */
export const fileWord = (name: string): string => {
	const path = /^[A-Za-z0-9._/]/.test(name) ? name : `./${name}`;
	return /^[A-Za-z0-9._/-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
};
