/** The `code` of a system error (`ENOENT`) or of a PostgreSQL error (`23505`); empty if it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
