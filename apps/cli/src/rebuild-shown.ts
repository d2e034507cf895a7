import { type Projector, rebuildProjection } from '#projections';
import { type Foundation } from '#runtime';
import { progressBar } from './progress-bar';

/** Rebuilds a projection under a bar that says how far it is. @returns events taken in */
export async function rebuildShown(
  { store, pool }: Foundation,
  projector: Projector,
  { afresh = false }: { readonly afresh?: boolean } = {},
): Promise<number> {
  const times = '用时 {duration_formatted}，还需 {eta_formatted}';
  const bar = progressBar(`${projector.name} {bar} {percentage}% {events} 条事件 ${times}`, 100);
  let applied = 0;
  const onProgress = ({ fraction, events }: { readonly fraction: number; readonly events: number }): void => {
    applied = events;
    bar.update(Math.floor(fraction * 100), { events });
  };
  await rebuildProjection({ store, pool, projector, afresh, onProgress }).finally(() => bar.stop());
  return applied;
}
