/**
 * A property: whatever people do and whatever breaks, at rest I1-I15 hold. The seed stands in the
 * title; `SIMULATION_SEED=n npm run simulate` repeats one, `SIMULATION_RUNS=n` runs more of them.
 */
import { expect, test } from 'vitest';
import { type Fate, step } from './actions.ts';
import { checkAtRest } from './checks.ts';
import { World } from './world.ts';

const STEPS = 160;
const FAULT_RATE = 0.35;

const only = process.env.SIMULATION_SEED;
const runs = Number(process.env.SIMULATION_RUNS ?? 12);
const seeds = only ? [Number(only)] : Array.from({ length: runs }, (_unused, index) => index + 1);

test.each(seeds)('I1-I15 hold at rest after everything went wrong, seed %i', async (seed) => {
	const world = new World(seed);
	await world.start();
	for (const device of world.devices) await world.sync(device);
	for (const device of world.devices) device.link.faultRate = FAULT_RATE;

	const fate: Fate = { snapshot: undefined, restores: 0 };
	for (let count = 0; count < STEPS; count += 1) await step(world, fate);
	await world.restartServer();
	await world.settle();

	await checkAtRest(world);
	// A simulation in which nothing happens proves nothing.
	const made = world.devices.reduce((sum, device) => sum + device.made.length, 0);
	expect(made).toBeGreaterThan(10);
});
