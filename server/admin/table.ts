/** A file of rows, from CSV or XLSX, with the line each row stands on. Cells are trimmed text. */
import Papa from 'papaparse';
import readXlsx, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { err, ok, type Result } from '#lib/domain/result.ts';

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

type Sheet = { readonly sheet: string; readonly data: readonly (readonly unknown[])[] };

/** Reads the sheet that is named like the file, else the first one. Refuses, in Indonesian, what is no workbook. */
export async function parseXlsx(file: string, bytes: Uint8Array): Promise<Result<Table, string>> {
	const sheets = await readWorkbook(bytes);
	const name = file.replace(/\.xlsx$/i, '').toLowerCase();
	const named = sheets?.find(({ sheet }) => sheet.trim().toLowerCase() === name);
	const chosen = named ?? sheets?.[0];
	if (!chosen) {
		return err('berkas ini tidak bisa dibaca; simpan lagi sebagai XLSX tanpa kata sandi');
	}
	const rows = chosen.data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
	return ok(tableOf(file, rows));
}

async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | undefined> {
	try {
		return await readXlsx(Buffer.from(bytes));
	} catch (error) {
		const isUnreadable =
			error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError;
		if (isUnreadable) return undefined;
		throw error;
	}
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
	const [header, ...rest] = raw.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const columns = (header?.cells ?? []).map((name) =>
		name.trim().toLowerCase().replace(/\s+/g, '_')
	);
	const rows = rest.map(({ line, cells }) => ({
		line,
		cells: new Map(columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
	}));
	return { file, columns, rows };
}
