import { type z } from 'zod';
import { apiErrorSchema, commandOutcomeSchema, meSchema, tokenWithSecretSchema } from '#contracts';
import { derivedId } from '#engine';
import { type Person } from '../../acceptance/support/person';

/** How long an answer may take, in milliseconds, before the product counts as hanging. */
const LONGEST_ANSWER = 20_000;

/** What an accepted command answered. */
export type Outcome = z.infer<typeof commandOutcomeSchema>;

/** What became of a command that was sent: accepted, refused with a code, or nobody knows. */
export type Fate =
  | { readonly kind: 'accepted'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unanswered' };

/** A person's program: it speaks with an API token, which outlives every restart. */
export class AccountClient {
  private constructor(
    readonly accountId: string,
    private readonly secret: string,
  ) {}

  /** Signs in once and makes a token. */
  static async of(person: Person): Promise<AccountClient> {
    await person.signIn();
    const { accountId } = await person.reads('me', meSchema);
    const { secret } = await person.posts('me/tokens', { name: '压力测试', days: 90 }, tokenWithSecretSchema);
    return new AccountClient(accountId, secret);
  }

  /** The id under which the log knows a command that was sent with a key. */
  commandId(key: string): string {
    return derivedId('command', this.accountId, key);
  }

  /** Sends a command. @throws on an answer that no command of these tests should ever have */
  async send(address: string, path: string, body: object, key: string): Promise<Fate> {
    const answer = await this.answerOf(`${address}/api/${path}`, body, key);
    // 503 is what a product says that is about to stop: ask again later.
    if (answer === null || answer.status === 503) return { kind: 'unanswered' };
    const { status, content } = answer;
    if (status === 201) return { kind: 'accepted', outcome: commandOutcomeSchema.parse(content) };
    if (status === 404 || status === 409) return { kind: 'refused', code: apiErrorSchema.parse(content).code };
    throw new Error(`${path} answered ${status}: ${JSON.stringify(content)}`);
  }

  /** An answer counts when all of it has come; one that was cut off is none. */
  private async answerOf(url: string, body: object, key: string): Promise<{ status: number; content: unknown } | null> {
    const headers = {
      authorization: `Bearer ${this.secret}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    const signal = AbortSignal.timeout(LONGEST_ANSWER);
    try {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
      return { status: response.status, content: await response.json() };
    } catch (error) {
      if (signal.aborted) throw new Error(`${url} did not answer`, { cause: error });
      return null;
    }
  }
}
