import { SingleBar } from 'cli-progress';

/** A bar on standard error, and on a terminal only, so that piped output stays clean. */
export function progressBar(format: string, total = 0): SingleBar {
  const bar = new SingleBar({ format, clearOnComplete: true });
  bar.start(total, 0, { events: 0 });
  return bar;
}
