/** The step that an address names, counted from 0, kept inside of what there is; the last one when it names none. */
export function stepOf(text: string | null, total: number): number {
  const last = Math.max(0, total - 1);
  const step = text === null || text.trim() === '' ? last : Number(text);
  return Number.isInteger(step) ? Math.min(last, Math.max(0, step)) : last;
}
