import { describe, expect, test } from 'vitest';
import { type Config, parseConfig } from './config.ts';

function configOf(environment: Record<string, string | undefined>): Config {
	const config = parseConfig(environment);
	if (!config.ok) throw new Error(config.error.variables.join());
	return config.value;
}

describe('parseConfig', () => {
	test('needs nothing: the defaults are a demonstration on this machine alone', () => {
		expect(configOf({})).toEqual({
			port: 8_080,
			host: '127.0.0.1',
			couchdbUrl: undefined,
			databasePrefix: 'ekinerja',
			dataDirectory: './data',
			isProduction: false,
			logLevel: 'warn',
			trustProxy: false,
			publicOrigins: [],
			metricsToken: undefined,
			buildDirectory: './build',
			maxInFlight: 256,
			maxQueue: 8_000
		});
	});

	test('takes an empty variable for one that is not set, and ignores those of others', () => {
		expect(configOf({ PORT: '', COUCHDB_URL: '', PATH: '/bin', HOME: undefined })).toEqual(
			configOf({})
		);
	});

	test.each([
		['production', undefined, 'info'],
		['production', 'error', 'error'],
		['test', undefined, 'warn'],
		['development', 'debug', 'debug']
	])('in %s with level %s the log is at %s', (mode, level, expected) => {
		expect(configOf({ NODE_ENV: mode, LOG_LEVEL: level }).logLevel).toBe(expected);
	});

	test.each([
		['true', true],
		['false', false],
		['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
		[' , ', false]
	])('TRUST_PROXY %s', (given, expected) => {
		expect(configOf({ TRUST_PROXY: given }).trustProxy).toEqual(expected);
	});

	test('reads a list of origins', () => {
		const given = 'https://kinerja.example, http://localhost:5173';
		expect(configOf({ PUBLIC_ORIGIN: given }).publicOrigins).toEqual([
			'https://kinerja.example',
			'http://localhost:5173'
		]);
	});

	test.each([
		['PORT', '65536'],
		['PORT', '-1'],
		['PORT', '80.5'],
		['PORT', '0x50'],
		['PORT', ' 80'],
		['COUCHDB_URL', 'couch:5984'],
		['COUCHDB_URL', 'http://'],
		['DATABASE_PREFIX', 'E Kinerja'],
		['DATABASE_PREFIX', '../other'],
		['NODE_ENV', 'prod'],
		['LOG_LEVEL', 'loud'],
		['PUBLIC_ORIGIN', 'https://kinerja.example/'],
		['PUBLIC_ORIGIN', 'https://a.example, kinerja.example'],
		['METRICS_TOKEN', 'short'],
		['MAX_IN_FLIGHT', '0'],
		['MAX_QUEUE', '0'],
		['MAX_QUEUE', 'many']
	])('%s of %s stops the start and is named', (name, value) => {
		const error = { type: 'config-refused', variables: [name] };
		expect(parseConfig({ [name]: value })).toEqual({ ok: false, error });
	});

	test('names each variable once and never shows a value, which may be a secret', () => {
		const refused = parseConfig({
			COUCHDB_URL: 'admin:rahasia@couch',
			METRICS_TOKEN: 'rahasia',
			PUBLIC_ORIGIN: 'one, two'
		});
		expect(refused).toEqual({
			ok: false,
			error: {
				type: 'config-refused',
				variables: ['COUCHDB_URL', 'PUBLIC_ORIGIN', 'METRICS_TOKEN']
			}
		});
	});
});
