/**
 * True when values that were kept say something that a form does not begin with by itself. Blanks are as good as nothing.
 * @param kept what was typed before
 * @param initial what the form begins with
 */
export function saysAnything(kept: object, initial: object): boolean {
  return plain({ ...initial, ...kept }) !== plain(initial);
}

function plain(values: object): string {
  return JSON.stringify(values, (_key, value: unknown) => {
    const said = typeof value === 'string' ? value.trim() : value;
    return said === '' || said === null ? undefined : said;
  });
}
