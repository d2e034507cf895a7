import { z } from 'zod';
import { createLogger, type LogLevel } from './logger';
import { RepeatedWarnings } from './repeated-warnings';
import { TaizhangError } from './taizhang-error';

const MINUTE = 60_000;
const line = z.looseObject({ level: z.number(), msg: z.string() });

describe('RepeatedWarnings', () => {
  let time: number;
  let lines: z.infer<typeof line>[];

  beforeEach(() => {
    time = 0;
    lines = [];
  });

  function on(level: LogLevel = 'info'): RepeatedWarnings {
    const logger = createLogger(level, { write: (text) => void lines.push(line.parse(JSON.parse(text))) });
    return new RepeatedWarnings(logger, () => time);
  }

  const away = (): TaizhangError => {
    return new TaizhangError('LOG.UNAVAILABLE', '事件库暂时无法使用。', undefined, new Error('connect ECONNREFUSED'));
  };
  const messages = (): string[] => lines.map(({ msg }) => msg);

  it('writes a thousand equal failures of one minute as one line, and their number with the next one', () => {
    const warnings = on();
    for (let count = 0; count < 1_000; count += 1) {
      time += 59;
      warnings.warn(away(), '正在重试。');
    }
    expect(messages()).toEqual(['正在重试。']);
    time += MINUTE;
    warnings.warn(away(), '正在重试。');
    time += MINUTE;
    warnings.warn(away(), '正在重试。');
    expect(messages()).toEqual(['正在重试。', '正在重试。（上次记录后另有 999 次）', '正在重试。']);
  });

  it('does not swallow another kind: another sentence, another code, another message', () => {
    const warnings = on();
    for (let round = 0; round < 3; round += 1) {
      warnings.warn(away(), '正在重试。');
      warnings.warn(away(), '通知暂停。');
      warnings.warn(new TaizhangError('LOG.REFUSED', '事件库拒绝访问。'), '正在重试。');
      warnings.error(new Error('one'), '处理失败。');
      warnings.error(new Error('other'), '处理失败。');
    }
    expect(messages()).toEqual(['正在重试。', '通知暂停。', '正在重试。', '处理失败。', '处理失败。']);
    expect(lines.map(({ level }) => level)).toEqual([40, 40, 40, 50, 50]);
  });

  it('tells code, reason and cause of what is away, without a stack trace', () => {
    const warnings = on();
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    warnings.warn(away(), '正在重试。', { projection: 'tasks' });
    warnings.warn(refused, '连接中断。');
    expect(lines).toMatchObject([
      { code: 'LOG.UNAVAILABLE', reason: '事件库暂时无法使用。', cause: 'connect ECONNREFUSED', projection: 'tasks' },
      { code: 'ECONNREFUSED', reason: 'connect ECONNREFUSED' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('stack');
  });

  it('keeps the stack trace of an error that nobody foresaw', () => {
    on().error(new Error('broke'), '处理失败。');
    expect(JSON.stringify(lines)).toContain('"stack":"Error: broke');
  });

  it('writes each one at the level debug, in brief', () => {
    const warnings = on('debug');
    warnings.error(new Error('broke'), '处理失败。', { errorId: 'e-1' });
    warnings.error(new Error('broke'), '处理失败。', { errorId: 'e-2' });
    expect(lines).toMatchObject([
      { level: 50, errorId: 'e-1' },
      { level: 20, errorId: 'e-2', reason: 'broke' },
    ]);
    expect(JSON.stringify(lines[1])).not.toContain('stack');
  });

  it('remembers a bounded number of kinds', () => {
    const warnings = on();
    for (let kind = 0; kind < 501; kind += 1) warnings.warn(new Error(`kind ${kind}`), '正在重试。');
    warnings.warn(new Error('kind 500'), '正在重试。');
    expect(lines).toHaveLength(501);
    warnings.warn(new Error('kind 0'), '正在重试。');
    expect(lines).toHaveLength(502);
  });
});
