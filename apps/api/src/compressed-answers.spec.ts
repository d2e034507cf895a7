import { gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { compressAnswers } from './compressed-answers';

describe('answers', () => {
  const long = { text: '台账'.repeat(3_000) };
  let http: FastifyInstance;

  beforeAll(() => {
    http = fastify();
    compressAnswers(http);
    http.get('/long', () => long);
    http.get('/short', () => ({ text: '台账' }));
    http.get('/text', (_request, reply) => reply.type('text/csv').send(long.text));
    http.get('/failed', () => Promise.reject(new Error('no')));
  });

  afterAll(() => http.close());

  const get = (url: string, encodings?: string) =>
    http.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

  it.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8', 'GZIP'])(
    'are compressed for who takes %s',
    async (encodings) => {
      const { headers, rawPayload } = await get('/long', encodings);
      expect(headers).toMatchObject({
        'content-encoding': 'gzip',
        'content-length': String(rawPayload.length),
        vary: 'accept-encoding',
      });
      expect(rawPayload.length).toBeLessThan(1_000);
      expect(JSON.parse(gunzipSync(rawPayload).toString('utf8'))).toEqual(long);
    },
  );

  it.each([undefined, 'br', 'gzip;q=0', 'gzip;q=0.0, br', 'xgzip'])('stay as they are for %s', async (encodings) => {
    const { headers, payload } = await get('/long', encodings);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toBe('accept-encoding');
    expect(JSON.parse(payload)).toEqual(long);
  });

  it.each(['/short', '/text', '/failed'])('stay as they are where it is not worth it: %s', async (url) => {
    expect((await get(url, 'gzip')).headers['content-encoding']).toBeUndefined();
  });
});
