/** What the terminal can show, from what the environment says of it. */
export type Capabilities = {
	readonly isUnicode: boolean;
	readonly colours: 0 | 8 | 16 | 256;
	/** Which of the library's own terminal descriptions fits. */
	readonly description: 'xterm-256color' | 'linux';
	/** What it may be asked about pictures without harm: nothing, what every terminal knows, or kitty's question too. */
	readonly questions: 'none' | 'standard' | 'all';
};

/** The variables that speak of the terminal. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the capabilities from the environment. Undefined when the terminal cannot move its cursor (TERM=dumb).
 * Without any locale variable Unicode is assumed, as containers have none and terminals of today show it; the Linux
 * console has no braille in its font.
 */
export const capabilitiesOf = (environment: Environment): Capabilities | undefined => {
	const {TERM = 'xterm'} = environment;
	const terminal = TERM.toLowerCase();
	if (terminal === 'dumb') return undefined;
	const isConsole = terminal === 'linux';
	return {
		isUnicode: !isConsole && isUnicodeLocale(environment),
		colours: coloursOf(terminal, environment),
		description: isConsole ? 'linux' : 'xterm-256color',
		questions: isConsole ? 'none' : questionsFor(terminal, environment),
	};
};

// tmux takes kitty's question for the title of its pane, GNU screen for a message; macOS's Terminal prints it.
const questionsFor = (
	terminal: string,
	{TMUX, STY, TERM_PROGRAM}: Environment,
): Capabilities['questions'] => {
	const isInside = Boolean(TMUX || STY) || /^(tmux|screen)/.test(terminal);
	return isInside || TERM_PROGRAM === 'Apple_Terminal' ? 'standard' : 'all';
};

const isUnicodeLocale = ({LC_ALL, LC_CTYPE, LANG}: Environment): boolean => {
	const locale = LC_ALL || LC_CTYPE || LANG;
	return locale === undefined || locale === '' || /utf-?8/i.test(locale);
};

// https://no-color.org: set and not empty means none.
const coloursOf = (terminal: string, {NO_COLOR, COLORTERM}: Environment): Capabilities['colours'] => {
	if (NO_COLOR) return 0;
	if (/truecolor|24bit/i.test(COLORTERM ?? '')) return 256;
	if (/256|direct|kitty|alacritty|foot|ghostty|wezterm|tmux|iterm/.test(terminal)) return 256;
	if (/16color/.test(terminal)) return 16;
	return /^(vt\d|ansi-m|.*-mono|.*-m$)/.test(terminal) ? 0 : 8;
};
