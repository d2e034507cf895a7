import { request } from 'node:http';

/** What a request carries besides its address. */
export interface Attempt {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, text and bytes as they are. */
  readonly body?: object | string | Uint8Array;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Somebody who sends whatever they like: headers of their own, broken bodies, any method. */
export class Visitor {
  /** @param headers sent with every request: a cookie or a token */
  constructor(
    readonly address: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same place with other headers. */
  with(headers: Readonly<Record<string, string>>): Visitor {
    return new Visitor(this.address, { ...this.headers, ...headers });
  }

  /** Signs in with a cookie, whatever password is due to be changed. */
  async signedIn(loginName: string, password: string): Promise<Visitor> {
    const { status, headers } = await this.sends('sign-in', { body: { loginName, password } });
    if (status !== 200) throw new Error(`sign-in of ${loginName}: ${status}`);
    return this.with({ cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
  }

  /** Sends a request under /api. Default: POST. */
  async sends(path: string, { method = 'POST', headers = {}, body }: Attempt = {}): Promise<RawAnswer> {
    const plain = typeof body === 'string' || body instanceof Uint8Array;
    const json: Record<string, string> = body === undefined || plain ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.address}/api/${path}`, {
      method,
      headers: { ...this.headers, ...json, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : bytesOf(body) }),
    });
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
  }

  /**
   * Pours bytes into a request without saying how many, until the answer comes.
   * @returns the answer, and how many bytes the other side took
   */
  pours(
    path: string,
    total: number,
    piece: Uint8Array,
  ): Promise<Pick<RawAnswer, 'status' | 'body'> & { taken: number }> {
    const { hostname, port } = new URL(this.address);
    const headers = { ...this.headers, 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' };
    return new Promise((resolve, reject) => {
      let taken = 0;
      let answered = false;
      const sending = request({ hostname, port, method: 'POST', path: `/api/${path}`, headers, agent: false });
      sending.on('response', (response) => {
        answered = true;
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          sending.destroy();
          resolve({ status: response.statusCode ?? 0, body: parsed(text), taken });
        });
      });
      // The other side may hang up as soon as it has answered.
      sending.on('error', (error) => (answered ? undefined : reject(error)));
      const pour = (): void => {
        if (answered) return;
        if (taken >= total) {
          sending.end();
          return;
        }
        sending.write(piece, (error) => {
          if (error) return;
          taken += piece.length;
          setImmediate(pour);
        });
      };
      pour();
    });
  }
}

function bytesOf(body: object): string | Buffer {
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
