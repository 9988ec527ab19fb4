/** Space on this device, and whether the browser promised to keep what is in it. */
export type StorageEstimate = {
	readonly usedBytes: number;
	/** Absent where the browser doesn't say. */
	readonly quotaBytes?: number;
	readonly persisted: boolean;
};

type Manager = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

export async function estimateStorage(manager: Manager | undefined): Promise<StorageEstimate> {
	const { usage = 0, quota } = (await manager?.estimate?.()) ?? {};
	const persisted = (await manager?.persisted?.()) ?? false;
	return { usedBytes: usage, persisted, ...(quota !== undefined && { quotaBytes: quota }) };
}

/**
 * Asks the browser, once a page, to keep this app's data when space runs low. Called after a save,
 * because browsers judge by how much the app is used, and Firefox asks the person.
 */
export function createPersistence(manager: Manager | undefined): () => void {
	let hasAsked = false;
	return () => {
		if (hasAsked) return;
		hasAsked = true;
		// Refused or unknown: the app works all the same, and the estimate says so.
		void askToPersist(manager).catch(() => undefined);
	};
}

/** The same at the person's own wish. */
export async function protectStorage(manager: Manager | undefined): Promise<StorageEstimate> {
	// Refused or unknown: the estimate says so.
	await askToPersist(manager).catch(() => undefined);
	return estimateStorage(manager);
}

async function askToPersist(manager: Manager | undefined): Promise<void> {
	if (!(await manager?.persisted?.())) await manager?.persist?.();
}
