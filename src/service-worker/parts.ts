/**
 * How the built app is cut into files, decided by who needs a module:
 *
 *     screens ──▶ app ──▶ device
 *                           ▲
 *              alarms ──────┘
 *
 * `device` is what the worker's alarms use too, `screens` what only signed-in people reach, `app` the
 * rest. English is a file by itself, fetched by who reads it. Imports point one way only, so no file
 * waits for itself.
 */
export const PARTS = ['device', 'app', 'screens'] as const;
export type Part = (typeof PARTS)[number];

/** Those who import a module, also dynamically; none for an entry of the build. */
export type ImportersOf = (id: string) => readonly string[];

/** What Kit generates to open one page; it leads from the app to a screen. */
const PAGE = /\/generated\/client-optimized\/nodes\//;
const ALARMS = /\/src\/service-worker\/alarms\.ts$/;
/** Practice opens every screen, so it comes with them. */
const SCREEN = /\/src\/(?:routes\/\(app\)|lib\/state\/practice\/practice-app\.ts)/;
const ENGLISH = /\/src\/lib\/ui\/messages\/en[./]/;

/** None for what is a file by itself: the opening of a page, English, the alarms, which no page must load. */
export function partOf(id: string, importersOf: ImportersOf): Part | null {
	if ([PAGE, ALARMS, ENGLISH].some((itself) => itself.test(id))) return null;
	const users = usersOf(id, importersOf);
	if (users.some((user) => ALARMS.test(user))) return 'device';
	return users.some((user) => isEntry(user, importersOf)) ? 'app' : 'screens';
}

const isEntry = (id: string, importersOf: ImportersOf) =>
	!SCREEN.test(id) && importersOf(id).length === 0;

/** The module and all that lead to it; the way ends at a screen. */
function usersOf(id: string, importersOf: ImportersOf): string[] {
	const users = new Set([id]);
	for (const user of users) {
		if (!SCREEN.test(user)) importersOf(user).forEach((importer) => users.add(importer));
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

/** The files of a build that a person needs only once he is signed in. */
export function screenFiles(manifest: Manifest): string[] {
	const part: Part = 'screens';
	const shared = Object.keys(manifest).find((key) => manifest[key]?.name === part);
	if (!shared) throw new Error('a build has a file of screens');
	const users = Object.entries(manifest)
		.filter(([key, { imports = [] }]) => key === shared || imports.includes(shared))
		.flatMap(([, { file, css = [] }]) => [file, ...css]);
	return [...new Set(users)];
}

/** The file that only those need who read English. */
export function englishFile(manifest: Manifest): string {
	const file = manifest['src/lib/ui/messages/en.ts']?.file;
	if (!file) throw new Error('a build has a file of English');
	return file;
}

/** What the worker keeps on the device when it is installed. Icons of a home screen are the browser's to fetch. */
export function firstStep(files: readonly string[], later: readonly string[]): string[] {
	return files.filter((file) => !later.includes(file) && !file.endsWith('.png'));
}
