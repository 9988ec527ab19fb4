/** Small XLSX workbooks as spreadsheet programs store them, byte by byte, also with what they do to numbers. */
import { crc32 } from 'node:zlib';

/** Text, a day, or a number in the digits in which it is stored; nothing for an empty cell. */
export type Cell = string | { readonly day: string } | { readonly number: string } | null;
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
/** Style 1 is that of days: 14 is the short date of whoever opens the file. */
const STYLES = `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const DAY_MS = 86_400_000;
/** Day 1 is 1 January 1900, and 29 February 1900 is counted, which never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

export function workbook(sheets: Sheets): Buffer {
	const names = Object.keys(sheets);
	const list = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="s${n}"/>`);
	const targets = names.map((_, n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`));
	return zip({
		'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONS}>${targets.join('')}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
		'xl/styles.xml': STYLES,
		...Object.fromEntries(
			Object.values(sheets).map((rows, n) => [`xl/worksheets/sheet${n}.xml`, sheetOf(rows)])
		)
	});
}

const relation = (id: string, type: string, target: string): string =>
	`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

function sheetOf(rows: readonly (readonly Cell[])[]): string {
	const lines = rows.map((cells, row) => {
		const all = cells.map((cell, column) => cellOf(cell, `${letterOf(column)}${row + 1}`));
		return `<row r="${row + 1}">${all.join('')}</row>`;
	});
	return `<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const letterOf = (column: number): string => String.fromCharCode(65 + column);

function cellOf(cell: Cell, at: string): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
	if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
	return `<c r="${at}" s="1"><v>${(Date.parse(cell.day) - DAY_ZERO) / DAY_MS}</v></c>`;
}

/** Stored as it is, which every reader takes. */
function zip(files: Readonly<Record<string, string>>): Buffer {
	const parts: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const [path, data] = [Buffer.from(name), Buffer.from(text)];
		const common = numbers([20, 2], [0, 2], [0, 2], [0, 4], [crc32(data), 4]);
		const sizes = numbers([data.length, 4], [data.length, 4], [path.length, 2], [0, 2]);
		const local = Buffer.concat([numbers([0x04034b50, 4]), common, sizes, path, data]);
		const more = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
		entries.push(numbers([0x02014b50, 4], [20, 2]), common, sizes, more, path);
		parts.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(entries);
	const count = Object.keys(files).length;
	const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [directory.length, 4]);
	return Buffer.concat([...parts, directory, end, numbers([offset, 4], [0, 2])]);
}

/** Little-endian, each with its length in bytes. */
function numbers(...all: readonly (readonly [value: number, bytes: number])[]): Buffer {
	return Buffer.concat(
		all.map(([value, bytes]) => {
			const buffer = Buffer.alloc(bytes);
			buffer.writeUIntLE(value, 0, bytes);
			return buffer;
		})
	);
}
