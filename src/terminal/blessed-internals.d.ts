// What the typings of blessed leave out and drawing needs (blessed 0.1.81, lib/widgets/screen.js, lib/program.js).
import 'blessed';

declare module 'blessed' {
	namespace Widgets {
		/** One cell: attribute number and character. */
		type ScreenCell = [attribute: number, character: string];
		type ScreenLine = ScreenCell[] & {dirty: boolean};
		interface Tput {
			brokenACS: boolean;
			numbers: Record<string, number>;
		}
		interface BlessedProgram {
			_write(text: string): boolean;
		}
		interface Screen {
			lines: ScreenLine[];
			alloc(dirty?: boolean): void;
			enter(): void;
			leave(): void;
		}
	}
}
