import { SingleBar } from 'cli-progress';
import { type Config, TaizhangError } from '#platform';
import { type Projector, rebuildProjection } from '#projections';
import { type Foundation } from '../foundation';
import { say } from '../output';
import { projectorsOn } from '../projectors';
import { onFoundation } from './on-foundation';

/** Fills projections anew beside the live ones and switches; one, or all of them. */
export async function rebuildCommand(config: Config, name: string | undefined): Promise<void> {
  await onFoundation(config, async (foundation) => {
    for (const projector of chosen(projectorsOn(foundation.store, foundation.pool), name))
      await rebuild(foundation, projector);
  });
}

function chosen(all: readonly Projector[], name: string | undefined): readonly Projector[] {
  const found = all.filter((projector) => name === undefined || projector.name === name);
  if (found.length > 0) return found;
  const names = all.map((projector) => projector.name).join('、');
  throw new TaizhangError('PROJECTION.UNKNOWN', `没有名为 ${name ?? ''} 的投影，可重建的有：${names}。`);
}

async function rebuild({ store, pool }: Foundation, projector: Projector): Promise<void> {
  // cli-progress draws on standard error and only on a terminal, so piped output stays clean.
  const bar = new SingleBar({
    format: `${projector.name} {bar} {percentage}% {events} 条事件 用时 {duration_formatted}`,
    clearOnComplete: true,
  });
  bar.start(100, 0, { events: 0 });
  let applied = 0;
  try {
    await rebuildProjection({
      store,
      pool,
      projector,
      onProgress: ({ fraction, events }) => {
        applied = events;
        bar.update(Math.floor(fraction * 100), { events });
      },
    });
  } finally {
    bar.stop();
  }
  say(`${projector.name}：已由 ${applied} 条事件重建并切换。`);
}
