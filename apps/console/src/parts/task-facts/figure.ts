import { type Indicator } from '#domain';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';

const KILO = 1024;

/** An indicator's target with comparator and unit: `≥ 35%`. */
export function targetText({ op, value, max, unit }: Pick<Indicator, 'op' | 'value' | 'max' | 'unit'>): string {
  if (op === 'range') return TASK_WORDS.indicators.between(String(value), `${max ?? ''}${unit}`);
  return `${WORDS.terms.comparators[op]} ${value}${unit}`;
}

/** What sentences may say of an indicator, its target too. */
export function withTarget({
  indicatorId,
  name,
  ...target
}: Pick<Indicator, 'indicatorId' | 'name' | 'op' | 'value' | 'max' | 'unit'>) {
  return { indicatorId, name, unit: target.unit, target: targetText(target) };
}

/** A file's size as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < KILO) return TASK_WORDS.evidence.bytes(bytes);
  if (bytes < KILO * KILO) return TASK_WORDS.evidence.kilobytes((bytes / KILO).toFixed(0));
  return TASK_WORDS.evidence.megabytes((bytes / KILO / KILO).toFixed(1));
}

/** What a browser can show of a kind of file: a picture in the page, a paper in a window of its own, else nothing. */
export function previewOf(mediaType: string): 'image' | 'page' | null {
  if (mediaType === 'image/png' || mediaType === 'image/jpeg') return 'image';
  return mediaType === 'application/pdf' ? 'page' : null;
}
