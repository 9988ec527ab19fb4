import { expect, test } from 'vitest';
import { ICONS } from './icons.ts';

test('no two meanings share a drawing', () => {
	const drawings = Object.values(ICONS);
	expect(new Set(drawings).size).toBe(drawings.length);
});
