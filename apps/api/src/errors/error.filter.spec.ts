import fastify from 'fastify';
import { createLogger, type Logger, TaizhangError } from '#platform';
import { ErrorFilter } from './error.filter';

/** What requests are answered in which these came up, one after another. */
async function answersTo(errors: readonly Error[], logger: Logger): Promise<{ status: number; body: unknown }[]> {
  const filter = new ErrorFilter(logger);
  const app = fastify();
  app.setErrorHandler((raised, request, reply) => filter.answer(raised, request, reply));
  let asked = 0;
  app.get('/', () => Promise.reject(errors[asked++] ?? new Error('asked too often')));
  const answers: { status: number; body: unknown }[] = [];
  for (const _ of errors) {
    const response = await app.inject('/');
    answers.push({ status: response.statusCode, body: response.json() });
  }
  await app.close();
  return answers;
}

async function answerTo(error: Error): Promise<{ status: number; body: unknown }> {
  const [answer] = await answersTo([error], createLogger('silent'));
  if (!answer) throw new Error('there was no answer');
  return answer;
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

  it('is written to the log once a minute while the event log is away, and each time when the program is wrong', async () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    const away = new TaizhangError('LOG.UNAVAILABLE', '事件库暂时无法使用，请稍后重试。');
    const answers = await answersTo([away, away, away, new Error('one'), new Error('two')], logger);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 500, 500]);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('LOG.UNAVAILABLE');
    expect(lines[0]).not.toContain('stack');
    for (const line of lines.slice(1)) expect(line).toContain('stack');
  });
});
