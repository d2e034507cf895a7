import { type HomeRow } from '../../api/answer';

/** A row whose act was done while the page stood. */
export interface Done {
  readonly row: HomeRow;
  readonly act: string;
}

/** The act that was done on a row's task; null where none was, or where the task waits for another act since. */
export function doneOn(row: HomeRow, done: readonly Done[]): string | null {
  return done.find((each) => each.row.taskId === row.taskId && each.act === row.act)?.act ?? null;
}
