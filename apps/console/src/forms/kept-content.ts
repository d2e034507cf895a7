import { z } from 'zod';

/** What is kept on a computer is dropped after so many days: what nobody came back to is not wanted. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;

const keptSchema = z.object({ savedAt: z.number(), content: z.unknown() });

/** The text under which a content is kept. @param now in milliseconds since 1970 */
export function keptText(content: unknown, now: number): string {
  return JSON.stringify({ savedAt: now, content });
}

/**
 * The content that a text keeps; null where there is none, it is too old, or `read` does not know it.
 * @param now in milliseconds since 1970
 * @param read checks the content: it may come from an older version of the page
 */
export function keptContent<Content>(
  text: string | null,
  now: number,
  read: (content: unknown) => Content | null,
): Content | null {
  try {
    const kept = keptSchema.safeParse(JSON.parse(text ?? 'null'));
    return kept.success && now - kept.data.savedAt <= KEPT_DAYS * DAY ? read(kept.data.content) : null;
  } catch {
    return null;
  }
}
