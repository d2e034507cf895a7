/** What was typed without blanks and in half-width signs; the dashes and full stops of Chinese input become the plain ones. */
export function plainTyping(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[‐-―−ー]/gu, '-')
    .replace(/。/gu, '.');
}
