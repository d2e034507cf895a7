/** Node reads GBK but does not write it: every pair of bytes is read once, and looked up the other way round. */
const PAIRS = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && !PAIRS.has(character)) PAIRS.set(character, [lead, trail]);
  }
}

/** A text in GBK. @throws on a character that GBK does not have */
export function gbkOf(text: string): Buffer {
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : PAIRS.get(character);
    if (!pair) throw new RangeError(`GBK has no ${character}`);
    return pair;
  });
  return Buffer.from(bytes);
}
