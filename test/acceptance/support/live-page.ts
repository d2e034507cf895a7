import { z } from 'zod';
import { liveEventSchemas, type LiveEventName } from '#contracts';
import { type Person } from './person';

const nameSchema = z.enum(['hello', 'resync', 'task', 'ledger', 'inbox']) satisfies z.ZodType<LiveEventName>;

const partSchema = z.instanceof(Uint8Array);

/** A word that came, checked by its own schema. */
export interface Heard {
  readonly name: LiveEventName;
  readonly id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A page that somebody has open, with all that it has heard. */
export class LivePage {
  readonly heard: Heard[] = [];
  private rest = '';
  /** Settles when the other side has ended it. */
  readonly ended: Promise<void>;

  private constructor(response: Response) {
    this.ended = this.listen(response);
  }

  /** Opens the page, and expects that it is let in. */
  static async open(person: Person, query = '', headers: Readonly<Record<string, string>> = {}): Promise<LivePage> {
    const response = await person.opens(`live${query}`, headers);
    if (response.status !== 200) throw new Error(`live${query}: ${response.status} ${await response.text()}`);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    return new LivePage(response);
  }

  /** What it has heard under a name. */
  named(name: LiveEventName): Heard[] {
    return this.heard.filter((each) => each.name === name);
  }

  private async listen(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      this.rest += decoder.decode(partSchema.parse(part), { stream: true });
      const blocks = this.rest.split('\n\n');
      this.rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = new Map(block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]));
    const event = fields.get('event');
    if (event === undefined) return;
    const name = nameSchema.parse(event);
    const data = liveEventSchemas[name].parse(JSON.parse(fields.get('data') ?? ''));
    this.heard.push({ name, id: fields.get('id') ?? null, data });
  }
}
