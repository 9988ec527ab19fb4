/** Version of the envelope. Documents and mutations carry their own; see docs/protocol.md. */
export const PROTOCOL_VERSION = 1;
