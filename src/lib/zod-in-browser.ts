/**
 * zod as pages and the service worker get it (vite.config.ts): their content security policy forbids making
 * code from text. zod would try, be refused and go on without, at a price whenever the app opens.
 */
import { config } from 'zod/v4/mini';

config({ jitless: true });

export * from 'zod/v4/mini';
