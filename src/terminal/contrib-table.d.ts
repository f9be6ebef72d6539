// The one widget of blessed-contrib that is used, imported by itself: the package's entry loads all the others.
declare module 'blessed-contrib/lib/widget/table.js' {
	import type {Widgets} from 'blessed';

	type TableOptions = Widgets.BoxOptions & {
		columnWidth: readonly number[];
		columnSpacing?: number;
		interactive?: boolean;
		fg?: string;
		selectedFg?: string;
		selectedBg?: string;
	};
	type TableData = {headers: readonly string[]; data: readonly (readonly string[])[]};
	type Table = Widgets.BoxElement & {
		rows: Widgets.ListElement;
		options: TableOptions;
		setData(data: TableData): void;
	};
	const table: (options: TableOptions) => Table;
	export default table;
}
