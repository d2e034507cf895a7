import { HeadSignal } from './head-signal';

const never = new AbortController().signal;

function watched(wait: Promise<void>): { settled: boolean; wait: Promise<void> } {
  const state = { settled: false, wait };
  void wait.then(() => {
    state.settled = true;
  });
  return state;
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('HeadSignal', () => {
  it('wakes only the followers that are behind the announced position', async () => {
    const head = new HeadSignal();
    const behind = watched(head.waitBeyond('9', never));
    const caughtUp = watched(head.waitBeyond('10', never));
    const empty = watched(head.waitBeyond(null, never));
    head.announce('10');
    await turn();
    expect([behind.settled, caughtUp.settled, empty.settled]).toEqual([true, false, true]);
    head.announce('11');
    await caughtUp.wait;
  });

  it('remembers what was announced before the wait began', async () => {
    const head = new HeadSignal();
    head.announce('5');
    head.announce('3');
    await head.waitBeyond('4', never);
    const caughtUp = watched(head.waitBeyond('5', never));
    await turn();
    expect(caughtUp.settled).toBe(false);
  });

  it('gives up after the time, on abort and on close', async () => {
    const head = new HeadSignal();
    await head.waitBeyond('1', never, 1);
    const stop = new AbortController();
    const aborted = head.waitBeyond('1', stop.signal);
    const pausing = head.pause(stop.signal, 60_000);
    head.announce('2');
    stop.abort();
    await Promise.all([aborted, pausing, head.waitBeyond('9', stop.signal), head.pause(stop.signal, 60_000)]);
    const waiting = head.waitBeyond('9', never);
    head.close();
    await expect(waiting).rejects.toMatchObject({ code: 'LOG.CLOSED' });
    await expect(head.waitBeyond(null, never)).rejects.toMatchObject({ code: 'LOG.CLOSED' });
    await expect(head.pause(never, 1)).rejects.toMatchObject({ code: 'LOG.CLOSED' });
  });
});
