import { availableParallelism } from 'node:os';

/** What a figure depends on, without naming anybody's machine: `2 cores, Node 20.20`. */
export function describeMachine(): string {
	const [major = '', minor = ''] = process.versions.node.split('.');
	return `${availableParallelism()} cores, Node ${major}.${minor}, ${process.platform} ${process.arch}`;
}
