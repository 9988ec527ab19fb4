/**
 * One JSON line per event. Never a person's number, name, body, cookie or query: a request is logged by
 * its route pattern, and numbers that look like a person's are taken out of errors.
 */
import { type DestinationStream, pino } from 'pino';

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
	info(event: string, fields?: LogFields): void;
	warn(event: string, fields?: LogFields): void;
	error(event: string, error: unknown, fields?: LogFields): void;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export function createLog(level: LogLevel, destination: DestinationStream): Log {
	const logger = pino({ level, base: null, messageKey: 'event' }, destination);
	return {
		info: (event, fields) => logger.info({ ...fields }, event),
		warn: (event, fields) => logger.warn({ ...fields }, event),
		error: (event, error, fields) => logger.error({ ...fields, ...describe(error) }, event)
	};
}

const PERSON_NUMBER = /\d{18}/g;
const MAX_CAUSES = 4;

/** Name, message and stack of an error and of what caused it; of anything else only its type. */
function describe(error: unknown): { error: string; stack?: string; causes?: string[] } {
	if (!(error instanceof Error)) return { error: typeof error };
	const causes: string[] = [];
	let cause = error.cause;
	while (cause instanceof Error && causes.length < MAX_CAUSES) {
		causes.push(withoutNumbers(`${cause.name}: ${cause.message}`));
		cause = cause.cause;
	}
	return {
		error: withoutNumbers(`${error.name}: ${error.message}`),
		stack: withoutNumbers(error.stack ?? ''),
		...(causes.length > 0 && { causes })
	};
}

const withoutNumbers = (text: string): string => text.replace(PERSON_NUMBER, '<number>');
