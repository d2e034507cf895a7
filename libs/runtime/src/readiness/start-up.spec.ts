import { TaizhangError } from '#platform';
import { type StartStep, StartUp, WAITING } from './start-up';

const behind = (tables: string): TaizhangError => new TaizhangError(WAITING, `还在更新的表：${tables}。`);
const away = new TaizhangError('LOG.UNAVAILABLE', '事件库暂时无法使用，请稍后重试。');
const stopped = new TaizhangError('PROJECTION.EVENT_NOT_APPLIED', '读模型 posts 已停止。');

/** A step that meets these one after another, then is done. */
function meets(...lacks: Error[]): StartStep {
  return async () => {
    const lack = lacks.shift();
    if (lack) throw lack;
  };
}

describe('a start', () => {
  let told: string[];
  /** What the health check says at each pause. */
  let checks: unknown[];

  beforeEach(() => {
    told = [];
    checks = [];
  });

  function startOf(steps: readonly StartStep[], onPause: () => void = () => undefined): StartUp {
    const start: StartUp = new StartUp({
      steps,
      listener: {
        waiting: ({ message }) => void told.push(`waiting ${message}`),
        trouble: ({ code }) => void told.push(`trouble ${code}`),
        ready: () => void told.push('ready'),
      },
      pause: async () => {
        checks.push(start.check());
        onPause();
      },
    });
    return start;
  }

  const run = (start: StartUp) => start.run(new AbortController().signal);
  const red = ({ code, message }: TaizhangError) => ({ healthy: false, details: { code, message } });

  it('is red before it is asked for the first time, and green once every step is done', async () => {
    const done: string[] = [];
    const step = (name: string): StartStep => {
      return async () => void done.push(name);
    };
    const start = startOf([step('one'), step('other')]);
    expect(start.check()).toMatchObject({ healthy: false, details: { code: WAITING } });
    await run(start);
    expect([done, told, start.check()]).toEqual([['one', 'other'], ['ready'], { healthy: true }]);
  });

  it('says once what it waits for, goes on waiting, and shows the present lack in its check', async () => {
    await run(startOf([meets(behind('tasks、posts'), behind('posts'))]));
    expect(told).toEqual(['waiting 还在更新的表：tasks、posts。', 'ready']);
    expect(checks).toEqual([red(behind('tasks、posts')), red(behind('posts'))]);
  });

  it('says each trouble once, stays red with it, and is ready when it is over', async () => {
    await run(startOf([meets(stopped, stopped, away, stopped)]));
    expect(told).toEqual(['trouble PROJECTION.EVENT_NOT_APPLIED', 'trouble LOG.UNAVAILABLE', 'ready']);
    expect(checks).toEqual([red(stopped), red(stopped), red(away), red(stopped)]);
  });

  it('begins anew with the first step after any lack', async () => {
    const asked: string[] = [];
    const first: StartStep = async () => void asked.push('first');
    await run(startOf([first, meets(away)]));
    expect(asked).toEqual(['first', 'first']);
  });

  it('waits for a database that is away', async () => {
    await run(startOf([meets(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))]));
    expect(told).toEqual(['trouble DATABASE.UNAVAILABLE', 'ready']);
  });

  it('ends with an error that waiting does not mend', async () => {
    await expect(run(startOf([meets(new Error('a bug'))]))).rejects.toThrow('a bug');
    const refused = new TaizhangError('UNIT.EXISTS', '已有同名单位。');
    await expect(run(startOf([meets(refused)]))).rejects.toBe(refused);
    expect(told).toEqual([]);
  });

  it('ends without a word when the program is told to stop while it waits', async () => {
    const stopping = new AbortController();
    const start = startOf([meets(behind('tasks'), behind('tasks'), behind('tasks'))], () => stopping.abort());
    await start.run(stopping.signal);
    expect(told).toEqual(['waiting 还在更新的表：tasks。']);
    expect(checks).toHaveLength(1);
  });

  it('ends without a word when a step is given up because the program stops', async () => {
    const stopping = new AbortController();
    const givenUp: StartStep = async (signal) => {
      stopping.abort();
      signal.throwIfAborted();
    };
    await startOf([givenUp]).run(stopping.signal);
    expect(told).toEqual([]);
  });
});
