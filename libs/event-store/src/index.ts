export { canonicalJson } from './canonical-json';
export { CONTINUITY, emptiedLog, olderLog, onNewPast, otherLog, unadoptedLog, untilContinuous } from './continuity';
export { eventHash, GENESIS_HASH } from './event-hash';
export { EventLogError, type EventLogErrorCode, isEventLogError } from './event-log-error';
export { isJsonObject, type JsonObject, type JsonValue } from './json';
export { openKurrentEventStore } from './kurrent/open-kurrent-event-store';
export { isPlaceIn, type LogPlace, placeOf } from './log-place';
export { logPages, type LogPagesOptions } from './log-pages';
export { LOG_LIMITS } from './limits';
export { MemoryEventStore, type MemoryLogCopy } from './memory/memory-event-store';
export * from './port';
export { LOG_MIGRATIONS } from './postgres/log-migrations';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store';
export { comparePositions, type Position } from './position';
export { streamParts, type StreamParts } from './stream-name';
export {
  type ChainBreak,
  type ChainFault,
  type ChainProgress,
  type ChainVerdict,
  verifyChain,
  type VerifyOptions,
} from './verify-chain';
export { WriteGate } from './write-gate';
