/** A file of rows, from CSV or XLSX, with the line each row stands on. Cells are trimmed text. */
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';

export type Row = { readonly line: number; readonly cells: ReadonlyMap<string, string> };
export type Table = {
	readonly file: string;
	readonly columns: readonly string[];
	readonly rows: readonly Row[];
};

type RawRow = { readonly line: number; readonly cells: readonly string[] };

const DELIMITERS = [';', '\t', '|', ','];

/** Reads CSV in UTF-8 or, as older spreadsheets save it, Windows-1252; commas, semicolons or tabs. */
export function parseCsv(file: string, bytes: Uint8Array): Table {
	// Files that went through several hands mix line ends, which the parser would take for text.
	const text = decode(bytes).replace(/\r\n?/g, '\n');
	const rows: RawRow[] = [];
	let line = 1;
	let from = 0;
	Papa.parse<string[]>(text, {
		delimiter: delimiterOf(text),
		step: ({ data, meta: { cursor } }) => {
			rows.push({ line, cells: data });
			// A quoted cell may hold line breaks, so lines are counted in the text itself.
			line += text.slice(from, cursor).split('\n').length - 1;
			from = cursor;
		}
	});
	return tableOf(file, rows);
}

/** Reads the first sheet of an XLSX workbook. */
export async function parseXlsx(file: string, bytes: Uint8Array): Promise<Table> {
	const sheet = (await readSheet(Buffer.from(bytes))) as readonly (readonly unknown[])[];
	const rows = sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
	return tableOf(file, rows);
}

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Not UTF-8: every byte means something in the other one.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** The one that stands most often in the first line. */
function delimiterOf(text: string): string {
	const [header = ''] = text.split('\n', 1);
	const count = (delimiter: string) => header.split(delimiter).length;
	return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best), ',');
}

function textOf(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	// A number too long to be kept exactly is shown as what it is, not as the digits it seems to have.
	if (typeof cell === 'number' && !Number.isSafeInteger(Math.trunc(cell)))
		return cell.toExponential();
	return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function tableOf(file: string, raw: readonly RawRow[]): Table {
	const [header, ...rest] = raw;
	const columns = (header?.cells ?? []).map((name) =>
		name.trim().toLowerCase().replace(/\s+/g, '_')
	);
	const rows = rest
		.map(({ line, cells }) => ({
			line,
			cells: new Map(columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
		}))
		.filter(({ cells }) => [...cells.values()].some((cell) => cell !== ''));
	return { file, columns, rows };
}
