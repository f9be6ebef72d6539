import type blessed from 'blessed';
import table from 'blessed-contrib/lib/widget/table.js';
import type {PickerScene} from '../view/scene.ts';
import type {Capabilities} from './capabilities.ts';

/** Shows pickers of scenes as a table over the screen; without one the table is hidden. */
export const pickerTable = (
	screen: blessed.Widgets.Screen,
	{colours}: Capabilities,
): ((picker: PickerScene | undefined) => void) => {
	const widget = table({
		parent: screen,
		columnWidth: [],
		columnSpacing: 2,
		interactive: true,
		border: 'line',
		fg: 'default',
		selectedFg: colours === 0 ? 'default' : 'black',
		selectedBg: colours === 0 ? 'default' : 'cyan',
		hidden: true,
	});
	widget.rows.style.selected.inverse = colours === 0;
	return picker => {
		if (!picker) return widget.hide();
		place(widget, picker);
		widget.setLabel({text: ` ${picker.title} `, side: 'left'});
		widget.options.columnWidth = picker.widths;
		widget.setData({headers: picker.headings, data: picker.rows.map(row => row.map(escaped))});
		widget.rows.select(picker.selected);
		widget.show();
		widget.setFront();
	};
};

const place = (widget: blessed.Widgets.BoxElement, {area}: PickerScene): void => {
	widget.top = area.y;
	widget.left = area.x;
	widget.width = area.width;
	widget.height = area.height;
};

// The rows of the list are read as markup, where a brace would begin a tag.
const escaped = (text: string): string => text.replaceAll('{', '(').replaceAll('}', ')');
