/** The files of an import, read into rows; whatever can't be used is told with file, line and field. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DayOff } from '#lib/domain/calendar.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import {
	canonicalColumn,
	type CatalogueRow,
	type PersonRow,
	type PostRow,
	type SettingsRow,
	type Sheet,
	type SheetName,
	SHEETS,
	type SupervisionRow,
	type UnitRow
} from './rows.ts';
import { parseCsv, parseXlsx, type Table } from './table.ts';

export type Bad = {
	readonly file: string;
	readonly line: number;
	readonly field: string;
	readonly reason: string;
};
export type Line<T> = { readonly file: string; readonly line: number; readonly value: T };

export type Folder = {
	readonly unit: readonly Line<UnitRow>[];
	readonly jabatan: readonly Line<PostRow>[];
	readonly katalog: readonly Line<CatalogueRow>[];
	readonly pegawai: readonly Line<PersonRow>[];
	readonly atasan: readonly Line<SupervisionRow>[];
	readonly kalender: readonly Line<DayOff>[];
	readonly pengaturan: readonly Line<SettingsRow>[];
	/** Files of which at least one row is bad: lists that count only as a whole are then left out. */
	readonly broken: ReadonlySet<SheetName>;
};

const NAMES = Object.keys(SHEETS) as SheetName[];

/** Reads every file whose name is known; others are named in `bad`, so that a slip of the pen is seen. */
export async function readFolder(folder: string): Promise<{ folder: Folder; bad: Bad[] }> {
	const bad: Bad[] = [];
	const tables = new Map<SheetName, Table>();
	for (const file of (await readdir(folder)).sort()) {
		const [, name = '', ending = ''] = /^(.*)\.(csv|xlsx)$/i.exec(file) ?? [];
		// A spreadsheet program's mark that it has a file open.
		if (ending === '' || file.startsWith('~$')) continue;
		const sheet = NAMES.find((each) => each === name.toLowerCase());
		const refuse = (reason: string) => bad.push({ file, line: 1, field: '-', reason });
		if (!sheet) refuse(`nama berkas tidak dikenal; yang dikenal: ${NAMES.join(', ')}`);
		else if (tables.has(sheet)) refuse('ada dua berkas dengan nama ini');
		else {
			const table = await readTable(folder, file);
			if (table.ok) tables.set(sheet, table.value);
			else refuse(table.error);
		}
	}
	return { folder: foldTables(tables, bad), bad };
}

async function readTable(folder: string, file: string): Promise<Result<Table, string>> {
	const bytes = await readFile(join(folder, file));
	return file.toLowerCase().endsWith('.csv') ? ok(parseCsv(file, bytes)) : parseXlsx(file, bytes);
}

function foldTables(tables: ReadonlyMap<SheetName, Table>, bad: Bad[]): Folder {
	const broken = new Set<SheetName>();
	const lines = <T>(name: SheetName, sheet: Sheet<T>): Line<T>[] => {
		const table = tables.get(name);
		if (!table) return [];
		const found = readLines(table, sheet);
		if (found.bad.length > 0) broken.add(name);
		bad.push(...found.bad);
		return found.lines;
	};
	return {
		unit: lines('unit', SHEETS.unit),
		jabatan: lines('jabatan', SHEETS.jabatan),
		katalog: lines('katalog', SHEETS.katalog),
		pegawai: lines('pegawai', SHEETS.pegawai),
		atasan: lines('atasan', SHEETS.atasan),
		kalender: lines('kalender', SHEETS.kalender),
		pengaturan: lines('pengaturan', SHEETS.pengaturan),
		broken
	};
}

/** The good rows of a table and what is wrong with the others. */
export function readLines<T>(table: Table, sheet: Sheet<T>): { lines: Line<T>[]; bad: Bad[] } {
	const { file } = table;
	const columns = table.columns.map(canonicalColumn);
	const missing = sheet.columns.filter((column) => !columns.includes(column));
	if (missing.length > 0) {
		const bad = missing.map((field) => ({ file, line: 1, field, reason: 'kolom ini tidak ada' }));
		return { lines: [], bad };
	}
	const bad: Bad[] = [];
	const lines: Line<T>[] = [];
	const seen = new Map<string, number>();
	for (const { line, cells } of table.rows) {
		const named = new Map([...cells].map(([column, text]) => [canonicalColumn(column), text]));
		const value = sheet.read({ line, cells: named });
		if (!value.ok) {
			bad.push(...value.error.map((cell) => ({ file, line, ...cell })));
			continue;
		}
		const key = sheet.key(value.value);
		const first = seen.get(key);
		if (first === undefined) lines.push({ file, line, value: value.value });
		else bad.push({ file, line, field: sheet.keyColumn, reason: `sama dengan baris ${first}` });
		seen.set(key, first ?? line);
	}
	return { lines, bad };
}
