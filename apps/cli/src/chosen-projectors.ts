import { TaizhangError } from '#platform';
import { type Projector } from '#projections';

/** The projector of a name, or all of them without a name. @throws TaizhangError PROJECTION.UNKNOWN */
export function chosenProjectors(all: readonly Projector[], name: string | undefined): readonly Projector[] {
  const found = all.filter((projector) => name === undefined || projector.name === name);
  if (found.length > 0) return found;
  const names = all.map((projector) => projector.name).join('、');
  throw new TaizhangError('PROJECTION.UNKNOWN', `没有名为 ${name ?? ''} 的投影，可重建的有：${names}。`);
}
