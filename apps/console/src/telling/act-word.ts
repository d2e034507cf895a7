import { LIFECYCLE } from '#domain';

const LINES = new Map(Object.entries(LIFECYCLE));

/** The word of an act by its operation, as the lifecycle has it; null for an operation that it does not have. */
export function actWord(operation: string): string | null {
  return LINES.get(operation)?.word ?? null;
}
