/** The number of a clause without the mark that sets it off from its text: 1. is 1. */
export function plainClause(number: string): string {
  return number.trim().replace(/[.．、]$/u, '');
}
