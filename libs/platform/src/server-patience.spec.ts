import { NO_PATIENCE, ServerPatience } from './server-patience';
import { TaizhangError } from './taizhang-error';

const away = new TaizhangError('LOG.UNAVAILABLE', '连不上事件库，请确认它已启动。');
const refused = new TaizhangError('LOG.REFUSED', '事件库拒绝访问，请检查账号。');

describe('waiting for a server', () => {
  let seconds: number;
  let said: string[];
  let stopping: AbortController;
  let patience: ServerPatience;

  beforeEach(() => {
    seconds = 0;
    said = [];
    stopping = new AbortController();
    patience = new ServerPatience({
      seconds: 60,
      say: (line) => void said.push(line),
      signal: stopping.signal,
      now: () => seconds * 1_000,
      pause: async () => {
        seconds += 1;
      },
    });
  });

  /** A server that is away until a second of the clock. */
  const upAt = (second: number) => async () => {
    if (seconds < second) throw away;
    return 'up';
  };
  const wait = (ask: () => Promise<string>) => patience.until('事件库', ['LOG.UNAVAILABLE'], ask);

  it('says nothing of a server that is up', async () => {
    expect(await wait(upAt(0))).toBe('up');
    expect(said).toEqual([]);
  });

  it('says once, with the reason, what it waits for, and goes on once the server is up', async () => {
    expect(await wait(upAt(59))).toBe('up');
    expect(said).toEqual(['事件库尚未就绪，最多等待 60 秒：连不上事件库，请确认它已启动。']);
    expect(seconds).toBe(59);
  });

  it('ends with the reason when the time is up', async () => {
    await expect(wait(upAt(1_000))).rejects.toBe(away);
    expect(seconds).toBe(60);
  });

  it('does not wait for what waiting does not mend', async () => {
    await expect(wait(() => Promise.reject(refused))).rejects.toBe(refused);
    await expect(wait(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect([said, seconds]).toEqual([[], 0]);
  });

  it('ends at once when the program is told to stop', async () => {
    const told = new Error('told to stop');
    const failing = async (): Promise<string> => {
      stopping.abort(told);
      throw away;
    };
    await expect(wait(failing)).rejects.toBe(told);
    expect(seconds).toBe(0);
  });

  it('is none for a command', async () => {
    await expect(NO_PATIENCE.until('事件库', ['LOG.UNAVAILABLE'], upAt(1))).rejects.toBe(away);
  });
});
