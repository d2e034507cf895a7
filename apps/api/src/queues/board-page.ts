/** A place of bull-board's page that is filled in: `<%= name %>` with its signs made harmless, `<%- name %>` as it is. */
const PLACE = /<%([=-])\s*(\w+)\s*%>/gu;

/** Fonts of another house; the page has others. */
const FOREIGN_LINK = /<link[^>]+https?:\/\/[^>]+>\s*/gu;

const HARMLESS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Bull-board's page with its places filled in and without what it would fetch from elsewhere.
 * @throws when the page has a place that nothing is known for: a new version of it must be looked at
 */
export function boardPage(template: string, values: Readonly<Record<string, string>>): string {
  const filled = template.replaceAll(PLACE, (_place, sign: string, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the queues' page wants ${name}`);
    return sign === '-' ? value : value.replaceAll(/[&<>"']/gu, (character) => HARMLESS[character] ?? '');
  });
  return filled.replaceAll(FOREIGN_LINK, '').replace('<html lang="en"', '<html lang="zh-CN"');
}
