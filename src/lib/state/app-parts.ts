/** What the app on a device is made of; app.ts takes the real ones, practice and tests their own. */
import { type Database, type DatabaseHooks } from '#lib/db/database.ts';
import { type DeviceDatabase } from '#lib/db/device.ts';
import { type Tools } from '#lib/db/mutate.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type EngineStatus, type SyncEngine } from '#lib/sync/engine.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { type Installation } from './installation.svelte.ts';
import { type ScreensKept } from './keep-screens.ts';

export type AppParts = {
	readonly device: DeviceDatabase;
	readonly deviceId: string;
	readonly transport: Transport;
	readonly tools: Tools;
	readonly openDatabase: (nip: Nip, hooks: DatabaseHooks) => Database;
	readonly createEngine: (
		nip: Nip,
		db: Database,
		onStatus: (status: EngineStatus) => void
	) => SyncEngine;
	readonly update: { readonly waiting: boolean; apply(): void };
	readonly installation: Installation;
	readonly storage?: StorageManager | undefined;
	/** After a save, and when the line is away while something waits. */
	readonly onSaved?: () => void;
	readonly onLineLost?: () => void;
	/** Nobody is signed in on a device that can't open every screen without a line. */
	readonly keepScreens: () => Promise<ScreensKept>;
	/** Of the lock; fewer make tests fast. */
	readonly lockIterations?: number;
};
