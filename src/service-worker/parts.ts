/**
 * How the built app is cut into files, decided by who needs a module:
 *
 *     screens ──▶ today ──▶ app ──▶ device
 *                                     ▲
 *                        alarms ──────┘
 *
 * `device` is what the worker's alarms use too, `today` what the first screen of a signed-in person needs,
 * `screens` what only the others need, `app` the rest. English is a file by itself, fetched by who reads it.
 * Imports point one way only, so no file waits for itself.
 */
export const PARTS = ['device', 'app', 'today', 'screens'] as const;
export type Part = (typeof PARTS)[number];

/** Those who import a module, also dynamically; none for an entry of the build. */
export type ImportersOf = (id: string) => readonly string[];

/** What Kit generates to open one page; it leads from the app to a screen. */
const PAGE = /\/generated\/client-optimized\/nodes\//;
const ALARMS = /\/src\/service-worker\/alarms\.ts$/;
/** Practice opens every screen, so it comes with them. */
const SCREEN = /\/src\/(?:routes\/\(app\)|lib\/state\/practice\/practice-app\.ts)/;
/** What is opened as a whole and imported by nothing of the screens. */
const WHOLE =
	/\/src\/(?:routes\/\(app\)\/.*\+(?:layout|page)\.svelte|lib\/state\/practice\/practice-app\.ts)$/;
/** The screen an opened app shows, with the frame around every screen. */
const TODAY = /\/src\/routes\/\(app\)\/\+(?:layout|page)\.svelte$/;
const ENGLISH = /\/src\/lib\/ui\/messages\/en[./]/;

/** None for what is a file by itself: the opening of a page, English, the alarms, which no page must load. */
export function partOf(id: string, importersOf: ImportersOf): Part | null {
	if ([PAGE, ALARMS, ENGLISH].some((itself) => itself.test(id))) return null;
	const users = usersOf(id, importersOf, SCREEN);
	if (users.some((user) => ALARMS.test(user))) return 'device';
	if (users.some((user) => isEntry(user, importersOf))) return 'app';
	return usersOf(id, importersOf, WHOLE).some((user) => TODAY.test(user)) ? 'today' : 'screens';
}

const isEntry = (id: string, importersOf: ImportersOf) =>
	!SCREEN.test(id) && importersOf(id).length === 0;

/** The module and all that lead to it; the way ends where `end` says. */
function usersOf(id: string, importersOf: ImportersOf, end: RegExp): string[] {
	const users = new Set([id]);
	for (const user of users) {
		if (!end.test(user)) importersOf(user).forEach((importer) => users.add(importer));
	}
	return [...users];
}

/** What Vite writes down of a build: each file under a key, and what it imports by key. */
export type Manifest = Readonly<Record<string, BuiltFile>>;
type BuiltFile = {
	readonly file: string;
	readonly name?: string;
	readonly imports?: readonly string[];
	readonly css?: readonly string[];
};

/** The scripts a build is made of, and what each brings. */
export const SCRIPTS = ['device', 'app', 'today', 'screens', 'english', 'alarms'] as const;
export type Script = (typeof SCRIPTS)[number];
export type Brought = { readonly modules: readonly string[]; readonly styles: readonly string[] };

/** Every built file belongs to one script. Throws when a script would be empty. */
export function scriptsOf(manifest: Manifest): Record<Script, Brought> {
	const brought = Object.fromEntries(
		SCRIPTS.map((script) => [script, filesOf(manifest, script)])
	) as Record<Script, Brought>; // fromEntries forgets which keys there are
	const empty = SCRIPTS.find((script) => brought[script].modules.length === 0);
	if (empty) throw new Error(`a build has a script of ${empty}`);
	return brought;
}

/** The file that holds what a part's scripts share. Throws when a build has none. */
export function chunkOf(part: Part, manifest: Manifest): string {
	const chunk = Object.values(manifest).find(({ name }) => name === part);
	if (!chunk) throw new Error(`a build has a chunk of ${part}`);
	return chunk.file;
}

function filesOf(manifest: Manifest, script: Script): Brought {
	const built = Object.entries(manifest).filter(([key]) => scriptFor(key, manifest) === script);
	const files = built.map(([, { file }]) => file);
	const styles = built.flatMap(([, { file, css = [] }]) => [file, ...css].filter(isStyle));
	return {
		modules: files.filter((file) => !isStyle(file)),
		styles: [...new Set(styles)]
	};
}

const isStyle = (file: string) => file.endsWith('.css');

function scriptFor(key: string, manifest: Manifest): Script | undefined {
	const { file = '', name, imports = [] } = manifest[key] ?? {};
	// Styles come with those who name them.
	if (isStyle(file)) return undefined;
	if (name === 'alarms') return 'alarms';
	if (name === 'en') return 'english';
	if (name === 'device' || imports.length === 0) return 'device';
	const needed = [name, ...imports.map((each) => manifest[each]?.name)];
	return (['screens', 'today'] as const).find((part) => needed.includes(part)) ?? 'app';
}

/** What the worker keeps on the device when it is installed. Icons of a home screen are the browser's to fetch. */
export function firstStep(files: readonly string[]): string[] {
	return files.filter((file) => !file.endsWith('.png'));
}
