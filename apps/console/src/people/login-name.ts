/** As the api wants it: lower-case ASCII that begins with a letter, 2 to 32 characters. */
const LOGIN_NAME = /^[a-z][a-z0-9._-]{1,31}$/u;
const LONGEST = 32;

/** The form in which a typed login name is stored: full-width letters, capitals and blanks around make no other name. */
export function foldLoginName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** True when an account can bear this name. */
export function isLoginName(folded: string): boolean {
  return LOGIN_NAME.test(folded);
}

/**
 * A login name from the pinyin of a person's name that nobody has yet: `zhangwei`, then `zhangwei2`, …. Empty when the
 * pinyin makes none.
 */
export function freeLoginName(pinyin: string, isTaken: (loginName: string) => boolean): string {
  const base = foldLoginName(pinyin)
    .replaceAll(/[^a-z0-9._-]/gu, '')
    .replace(/^[^a-z]+/u, '')
    .slice(0, LONGEST - 3);
  if (!isLoginName(base)) return '';
  for (let number = 1; number < 1_000; number += 1) {
    const candidate = number === 1 ? base : `${base}${number}`;
    if (!isTaken(candidate)) return candidate;
  }
  return '';
}
