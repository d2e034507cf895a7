import { TASK_ACTS } from '#domain';

const WORDS = new Map<string, string>(Object.values(TASK_ACTS).map(({ type, word }) => [type, word]));

/** The word of an act by its type; null for a type that the domain's list does not have. */
export function actWord(type: string): string | null {
  return WORDS.get(type) ?? null;
}
