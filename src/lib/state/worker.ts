/** Where the service worker is and how it is registered: as a module, so that it shares files with pages. */
export const WORKER = '/service-worker.js';
export const REGISTRATION = { type: 'module' } as const;
