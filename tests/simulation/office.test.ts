/**
 * A property: whatever people do and whatever breaks, at rest the invariants hold; all but I10, which is
 * about waiting and tested with the engine (sync/engine.test.ts). The seed stands in the title, one of them
 * new each time; `SIMULATION_SEED=n npm run simulate` repeats one, `SIMULATION_RUNS=n` runs more of them.
 */
import { expect, test } from 'vitest';
import { type Fate, step } from './actions.ts';
import { checkAtRest } from './checks.ts';
import { World } from './world.ts';

const STEPS = 160;
const FAULT_RATE = 0.35;

const only = process.env.SIMULATION_SEED;
const runs = Number(process.env.SIMULATION_RUNS ?? 12);
const fixed = Array.from({ length: runs }, (_unused, index) => index + 1);
const seeds = only ? [Number(only)] : [...fixed, Math.floor(Math.random() * 2 ** 31)];

test.each(seeds)(
	'I1-I9 and I11-I15 hold at rest after everything went wrong, seed %i',
	async (seed) => {
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
	}
);
