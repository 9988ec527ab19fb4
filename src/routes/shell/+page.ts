/**
 * The empty page every address is answered with, by the server and by the service worker: it routes
 * from the address, so a deep link that was never visited opens offline too.
 */
export const prerender = true;
