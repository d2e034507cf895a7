export {
  type CorpusDeadline,
  type CorpusIndicator,
  type CorpusJson,
  type CorpusTask,
  toCorpusJson,
} from './policy/corpus-json';
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
  PeriodDay,
  PolicyReading,
  Recurrence,
  Span,
  TaskDoubt,
  TaskReading,
  UnitMode,
  UnitReading,
} from './policy/reading.types';
export { importOf, type ImportDraft } from './drafts/import-of';
