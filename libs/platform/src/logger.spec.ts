import { createLogger } from './logger';
import { NestLogger } from './nest-logger';

function collect(): { lines: string[]; write: (line: string) => void } {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
}

describe('createLogger', () => {
  it('tells of an error its kind, message and cause, and nothing that a driver has hung on it', () => {
    const sink = collect();
    const error = Object.assign(new Error('broke', { cause: new Error('below') }), { client: { statements: 'hush' } });
    createLogger('info', sink).error({ err: error, correlationId: 'c-1' }, 'failed');
    const [line] = sink.lines.map((each): unknown => JSON.parse(each));
    expect(line).toMatchObject({ correlationId: 'c-1', err: { message: 'broke', cause: { message: 'below' } } });
    expect(sink.lines.join()).not.toContain('hush');
  });

  it('never writes a password, token, cookie or authorization', () => {
    const sink = collect();
    const secrets = { password: 'hush', token: 'hush', cookie: 'hush', authorization: 'hush' };
    createLogger('info', sink).info({ ...secrets, body: secrets, req: { headers: secrets } }, 'kept');
    expect(sink.lines.join()).toContain('kept');
    expect(sink.lines.join()).not.toContain('hush');
  });

  it('never writes a cookie that is set', () => {
    const sink = collect();
    createLogger('info', sink).info({ res: { headers: { 'set-cookie': 'hush' } } });
    expect(sink.lines.join()).not.toContain('hush');
  });
});

describe('NestLogger', () => {
  it('carries messages, contexts and errors over', () => {
    const sink = collect();
    const nest = new NestLogger(createLogger('trace', sink));
    nest.log('mapped', 'Router');
    nest.error('broke', 'the stack', 'Router');
    nest.warn(new Error('odd'));
    nest.verbose({ some: 'object' });
    expect(sink.lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { level: 30, msg: 'mapped', context: 'Router' },
      { level: 50, msg: 'broke', stack: 'the stack', context: 'Router' },
      { level: 40, msg: 'odd', err: { message: 'odd' } },
      { level: 10, message: { some: 'object' } },
    ]);
  });
});
