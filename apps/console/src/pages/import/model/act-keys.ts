/**
 * A short fingerprint of a text (cyrb53): tells whether a body has changed since it was sent. Nothing secret hangs on it, and
 * unlike the browser's own digests it is there on plain-http addresses, too.
 */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

/** The key of an import's own command: the same work with the same content is the same import, however often it is sent. */
export function importKey(workId: string, body: unknown): string {
  return `import.${workId}.${fingerprint(JSON.stringify(body))}`;
}

/**
 * The key of an act on a task of an import. The revision that the person saw is part of it: seen anew, after somebody changed
 * the task, the same act is another one.
 */
export function actKey(act: string, taskId: string, revision: number, body: unknown): string {
  return `${act}.${taskId}.${revision}.${fingerprint(JSON.stringify(body))}`;
}
