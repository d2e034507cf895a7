import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { apiErrorSchema, commandOutcomeSchema } from '#contracts';

/** What a request answered, whatever it was. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const errorBody = apiErrorSchema.loose();

/** What a person makes of a password that somebody else has given. */
export function changedPassword(given: string): string {
  return `Songhe-${given}-2021`;
}

/** Somebody at a browser or a program: speaks HTTP only and keeps a cookie. */
export class Person {
  private cookie = '';
  private lastPosition: string | null = null;

  constructor(
    private readonly address: string,
    readonly loginName: string,
    private secret: string,
  ) {}

  /** What they type to sign in. */
  get password(): string {
    return this.secret;
  }

  /** Signs in, changing a password that somebody else has given. */
  async signIn(): Promise<this> {
    const response = await this.fetch('POST', 'sign-in', { loginName: this.loginName, password: this.secret });
    if (response.status !== 200) throw new Error(`sign-in of ${this.loginName}: ${await response.text()}`);
    this.cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { mustChangePassword } = z.object({ mustChangePassword: z.boolean() }).parse(await response.json());
    if (mustChangePassword) await this.changePassword();
    return this;
  }

  /** Does a command and expects it to be accepted. */
  async does(path: string, body: object, key: string = randomUUID()): Promise<z.infer<typeof commandOutcomeSchema>> {
    const answer = await this.send(path, body, key);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const outcome = commandOutcomeSchema.parse(answer.body);
    this.lastPosition = outcome.position;
    return outcome;
  }

  /** Tries something and answers the error code, or `accepted`. */
  async tries(path: string, body: object): Promise<string> {
    const answer = await this.send(path, body, randomUUID());
    return answer.status < 300 ? 'accepted' : errorBody.parse(answer.body).code;
  }

  /** Posts and answers what came back, read by a schema. */
  async posts<Schema extends z.ZodType>(
    path: string,
    body: object | Uint8Array,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const answer = await this.send(path, body, randomUUID());
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  /** Reads, after everything that this person has done is visible. */
  async reads<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  /** Reads and answers whatever came back. */
  async get(path: string): Promise<Answer> {
    const after = this.lastPosition === null ? '' : `${path.includes('?') ? '&' : '?'}after=${this.lastPosition}`;
    return answerOf(await this.again(() => this.fetch('GET', `${path}${after}`)));
  }

  /** Sees what others have done up to a position. */
  seesUpTo(position: string): void {
    this.lastPosition = position;
  }

  /** Sends anything and answers whatever came back. */
  async send(path: string, body: object | Uint8Array, key: string = randomUUID()): Promise<Answer> {
    return answerOf(await this.again(() => this.fetch('POST', path, body, key)));
  }

  /** Opens what never ends, such as the live notices, and answers it as it comes. */
  opens(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.address}/api/${path}`, { headers: { cookie: this.cookie, ...headers } });
  }

  /** Days pass in these tests and sessions end by idling: a person then signs in again. */
  private async again(request: () => Promise<Response>): Promise<Response> {
    const response = await request();
    if (response.status !== 401) return response;
    await this.signIn();
    return request();
  }

  private async changePassword(): Promise<void> {
    const newPassword = changedPassword(this.secret);
    const response = await this.fetch('POST', 'me/password', { currentPassword: this.secret, newPassword });
    if (response.status !== 204) throw new Error(`changing the password: ${await response.text()}`);
    this.secret = newPassword;
  }

  private fetch(method: string, path: string, body?: object | Uint8Array, key?: string): Promise<Response> {
    const file = body instanceof Uint8Array;
    const headers = {
      cookie: this.cookie,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': file ? 'application/octet-stream' : 'application/json' }),
    };
    const content = file ? Buffer.from(body) : JSON.stringify(body);
    return fetch(`${this.address}/api/${path}`, { method, headers, ...(body === undefined ? {} : { body: content }) });
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: json ? JSON.parse(text) : text };
}
