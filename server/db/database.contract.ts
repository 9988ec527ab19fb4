/** What `Database` promises, as one suite that every implementation passes. */
import { describe } from 'vitest';
import {
	testBranches,
	testChanges,
	testClosing,
	testFindingForked,
	testRemovingBranches
} from './contract/branches.contract.ts';
import { testFeeds, testPages, testTotals } from './contract/feeds.contract.ts';
import { type Opened, openEach } from './contract/setup.contract.ts';
import { testConflicts, testReading, testWriting } from './contract/writing.contract.ts';

export function databaseContract(name: string, open: () => Promise<Opened>): void {
	describe(name, () => {
		const opened = openEach(open);
		describe('read', () => testReading(opened));
		describe('write', () => {
			testWriting(opened);
			testConflicts(opened);
		});
		describe('feeds', () => {
			testFeeds(opened);
			testPages(opened);
		});
		describe('totals', () => testTotals(opened));
		describe('branches', () => {
			testBranches(opened);
			testFindingForked(opened);
			testRemovingBranches(opened);
		});
		describe('changes', () => testChanges(opened));
		describe('close', () => testClosing(opened));
	});
}
