/** For programs in TypeScript that start the server as `npm start` does. */
export const NODE_FLAGS: readonly string[];
