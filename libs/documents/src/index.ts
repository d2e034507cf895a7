export {
  type PlainDeadline,
  type PlainIndicator,
  type PlainReading,
  type PlainTask,
  toPlainReading,
} from './policy/plain-reading';
export { DocumentError, type DocumentErrorCode } from './policy/document-error';
export { DOCUMENT_LIMITS } from './policy/document-limits';
export { readPolicy } from './policy/read-policy';
export type {
  DeadlineReading,
  DocumentEncoding,
  DocumentFacts,
  Excerpt,
  FactReading,
  IndicatorOperator,
  IndicatorReading,
  PolicyReading,
  Span,
  TaskDoubt,
  TaskReading,
  UnitMode,
  UnitReading,
  WrittenRecurrence,
} from './policy/reading.types';
export { importOf, type ImportDraft } from './drafts/import-of';
