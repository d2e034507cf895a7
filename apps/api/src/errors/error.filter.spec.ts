import fastify from 'fastify';
import { createLogger } from '#platform';
import { ErrorFilter } from './error.filter';

/** What a request is answered in which this came up. */
async function answerTo(error: Error): Promise<{ status: number; body: unknown }> {
  const filter = new ErrorFilter(createLogger('silent'));
  const app = fastify();
  app.setErrorHandler((raised, request, reply) => filter.answer(raised, request, reply));
  app.get('/', () => Promise.reject(error));
  const response = await app.inject('/');
  await app.close();
  return { status: response.statusCode, body: response.json() };
}

describe('the answer to an error', () => {
  it('asks to come again when the database is away or overtaxed', async () => {
    const { status, body } = await answerTo(new Error('timeout exceeded when trying to connect'));
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'DATABASE.UNAVAILABLE' });
    expect(body).toHaveProperty('errorId');
  });

  it('tells nothing of what went wrong inside', async () => {
    const { status, body } = await answerTo(new Error('secret detail'));
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'SERVER.FAILED' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});
