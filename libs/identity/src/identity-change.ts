import { z } from 'zod';

/** The channel on which processes tell one another that something they may have cached has changed. */
export const IDENTITY_CHANNEL = 'taizhang_identity';

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), accountId: z.string() }),
  z.object({ kind: z.literal('session'), sessionId: z.string() }),
  z.object({ kind: z.literal('api_token'), tokenId: z.string() }),
]);

/** What changed: everything of an account, one session, or one API token. Ids only, never a secret. */
export type IdentityChange = z.infer<typeof changeSchema>;

/** The text of a notification. */
export function writeChange(change: IdentityChange): string {
  return JSON.stringify(change);
}

/** The change in a notification; null when it cannot be understood (then everything may have changed). */
export function readChange(payload: string | undefined): IdentityChange | null {
  try {
    return changeSchema.parse(JSON.parse(payload ?? ''));
  } catch {
    return null;
  }
}
