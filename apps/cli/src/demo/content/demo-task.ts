import { type DemoDays } from './demo-days';

/** What people write about a task as it goes on. */
export interface TaskTalk {
  /** Progress at the beginning, half way and at the end. */
  readonly progress: readonly [early: string, middle: string, late: string];
  readonly problem: string;
  readonly next: string;
  /** The title of the paper that shows it. */
  readonly paper: string;
}

/** A task of the document: what it says, and what people say of it. */
export interface DemoTask {
  readonly section: string;
  readonly title: string;
  /** The clause behind the title, with its limits and targets. */
  readonly body: (days: DemoDays) => string;
  readonly lead: string;
  readonly support: readonly string[];
  readonly talk: TaskTalk;
}
