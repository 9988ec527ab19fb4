/** The environment as a typed configuration. The only reader of the environment on the server. */
import * as z from 'zod/mini';
import { err, ok, type Result } from '#lib/domain/result.ts';
import { LOG_LEVELS, type LogLevel } from './http/log.ts';

const text = z.string().check(z.minLength(1));
const wholeNumber = (from: number, to: number) =>
	z.pipe(
		z.string().check(z.regex(/^\d+$/)),
		z.pipe(z.transform(Number), z.int().check(z.gte(from), z.lte(to)))
	);
const list = z.pipe(
	z.string(),
	z.transform((value: string) =>
		value
			.split(',')
			.map((part) => part.trim())
			.filter(Boolean)
	)
);
const origin = z.string().check(z.refine((value) => isOrigin(value), 'not an origin'));
const httpUrl = z
	.string()
	.check(z.refine((value) => /^https?:\/\//.test(value) && URL.canParse(value)));

const Environment = z.object({
	/** 1-65535; 0 for any free one. Default 8080. */
	PORT: z._default(wholeNumber(0, 65_535), 8_080),
	/**
	 * Address to listen on. Default 127.0.0.1: the app needs https anywhere else, which a proxy on this
	 * machine adds, and the demonstration has known passwords. `0.0.0.0` for all.
	 */
	HOST: z._default(text, '127.0.0.1'),
	/** CouchDB with user and password, `http://user:password@host:5984`. Absent: embedded database. */
	COUCHDB_URL: z.optional(httpUrl),
	/** Names of the databases begin with it. Default `ekinerja`. */
	DATABASE_PREFIX: z._default(z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,40}$/)), 'ekinerja'),
	/** Directory of the embedded database. One process per directory. Default `./data`. */
	DATA_DIR: z._default(text, './data'),
	/** `production` never loads the demonstration office. */
	NODE_ENV: z._default(z.enum(['development', 'test', 'production']), 'development'),
	/** Default `info` in production, else `warn`, so that a demonstration's terminal stays readable. */
	LOG_LEVEL: z.optional(z.enum(LOG_LEVELS)),
	/** Whose X-Forwarded-* headers to believe: `true`, or addresses and networks, separated by commas. */
	TRUST_PROXY: z._default(list, []),
	/** Origins people use besides the address the proxy passes on, separated by commas. */
	PUBLIC_ORIGIN: z._default(z.pipe(list, z.array(origin)), []),
	/** Opens `/metrics` to whoever sends it as bearer token. Absent: only to this machine, not through a proxy. */
	METRICS_TOKEN: z.optional(z.string().check(z.minLength(16))),
	/** Where the built app is. Default `./build`. */
	BUILD_DIR: z._default(text, './build'),
	/** Requests worked on at once. Default 256. */
	MAX_IN_FLIGHT: z._default(wholeNumber(1, 100_000), 256),
	/** Requests waiting or being read, at least 1; beyond it clients are told when to come back. Default 8000. */
	MAX_QUEUE: z._default(wholeNumber(1, 1_000_000), 8_000)
});

export type Config = {
	readonly port: number;
	readonly host: string;
	readonly couchdbUrl: string | undefined;
	readonly databasePrefix: string;
	readonly dataDirectory: string;
	readonly isProduction: boolean;
	readonly logLevel: LogLevel;
	readonly trustProxy: boolean | string[];
	readonly publicOrigins: readonly string[];
	readonly metricsToken: string | undefined;
	readonly buildDirectory: string;
	readonly maxInFlight: number;
	readonly maxQueue: number;
};

/** One line per variable that can't be used, without its value, which may be a secret. */
export type ConfigRefused = {
	readonly type: 'config-refused';
	readonly variables: readonly string[];
};

export function parseConfig(
	environment: Readonly<Record<string, string | undefined>>
): Result<Config, ConfigRefused> {
	// An empty variable is one that was not set.
	const given = Object.entries(environment).filter(
		([, value]) => value !== undefined && value !== ''
	);
	const parsed = Environment.safeParse(Object.fromEntries(given));
	if (!parsed.success) {
		const variables = parsed.error.issues.map(({ path }) => String(path[0]));
		return err({ type: 'config-refused', variables: [...new Set(variables)] });
	}
	const { data } = parsed;
	const isProduction = data.NODE_ENV === 'production';
	return ok({
		port: data.PORT,
		host: data.HOST,
		couchdbUrl: data.COUCHDB_URL,
		databasePrefix: data.DATABASE_PREFIX,
		dataDirectory: data.DATA_DIR,
		isProduction,
		logLevel: data.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
		trustProxy: trustOf(data.TRUST_PROXY),
		publicOrigins: data.PUBLIC_ORIGIN,
		metricsToken: data.METRICS_TOKEN,
		buildDirectory: data.BUILD_DIR,
		maxInFlight: data.MAX_IN_FLIGHT,
		maxQueue: data.MAX_QUEUE
	});
}

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;

function trustOf(proxies: readonly string[]): boolean | string[] {
	const [only, ...more] = proxies;
	if (only === undefined || (only === 'false' && more.length === 0)) return false;
	return only === 'true' && more.length === 0 ? true : [...proxies];
}
