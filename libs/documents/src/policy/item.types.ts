import { type Excerpt, type Span } from './reading.types';
import { type Responsibility } from './responsibility.pass';

/** A task as found in the text, before its limits and indicators are read. */
export interface Item {
  readonly sectionPath: readonly Excerpt[];
  readonly number: Excerpt | null;
  readonly title: Excerpt;
  readonly titleDoubts: readonly string[];
  readonly span: Span;
  readonly responsibility: Responsibility;
  /** What is searched for limits and indicators. */
  readonly stretches: readonly Span[];
  /** Table cells of times, where a bare month is a limit. */
  readonly schedule: readonly Span[];
  /** Table cells that restate the target. */
  readonly targets: readonly Span[];
  /** The text after the title without notes. */
  readonly body: readonly Span[];
}
