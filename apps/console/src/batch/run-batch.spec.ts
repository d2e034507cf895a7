import { Problem } from '../api/problem';
import { type BatchStep } from './batch';
import { BATCH_WIDTH, runBatch } from './run-batch';

const FRESH: BatchStep = { state: 'waiting', refusals: 0, reason: null };
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `t${index}`);
const refusal = new Problem('TASK.STEP_NOT_OPEN', 'not open', 'e1', 422);
const offline = new Problem('CONSOLE.OFFLINE', 'offline');
const fault = new Problem('INTERNAL', 'fault', 'e2', 500);

/** Runs a batch and writes down what happened to each item. */
async function played(
  count: number,
  send: (id: string, key: string, refusals: number) => Promise<unknown>,
  from = FRESH,
) {
  const steps = new Map<string, BatchStep>();
  const control = new AbortController();
  const run = { batchId: 'b', items: ids(count).map((id) => ({ id, step: from })), signal: control.signal };
  const halt = await runBatch({
    ...run,
    send: (id, key, refusals) => send(id, key, refusals),
    onStep: (id, step) => steps.set(id, step),
  });
  const inState = (state: BatchStep['state']) =>
    [...steps].filter(([, step]) => step.state === state).map(([id]) => id);
  return { halt, steps, inState };
}

describe('running a batch', () => {
  test('sends each item once, under a key of its own, no more than a few at a time', async () => {
    const keys: string[] = [];
    let underway = 0;
    let most = 0;
    const { inState, halt } = await played(20, async (_id, key) => {
      keys.push(key);
      underway += 1;
      most = Math.max(most, underway);
      await Promise.resolve();
      underway -= 1;
    });
    expect(halt).toBeNull();
    expect(inState('done')).toHaveLength(20);
    expect(new Set(keys).size).toBe(20);
    expect(keys[0]).toBe('b.t0');
    expect(most).toBe(BATCH_WIDTH);
  });

  test('a refusal keeps its reason and holds up nobody', async () => {
    const { inState, steps, halt } = await played(6, (id) =>
      id === 't2' ? Promise.reject(refusal) : Promise.resolve(),
    );
    expect(halt).toBeNull();
    expect(inState('done')).toHaveLength(5);
    expect(steps.get('t2')).toEqual({
      state: 'failed',
      refusals: 1,
      reason: { code: 'TASK.STEP_NOT_OPEN', message: 'not open' },
    });
  });

  test('an item tried again goes under the same key and says that it was refused before', async () => {
    const seen: unknown[] = [];
    await played(1, async (_id, key, refusals) => seen.push([key, refusals]), { ...FRESH, refusals: 1 });
    expect(seen).toEqual([['b.t0', 1]]);
  });

  test('a lost connection halts the run; what was not answered waits', async () => {
    const { inState, halt, steps } = await played(30, (id) =>
      id === 't5' ? Promise.reject(offline) : Promise.resolve(),
    );
    expect(halt).toBe(offline);
    expect(steps.get('t5')).toEqual(FRESH);
    expect(inState('failed')).toEqual([]);
    expect(inState('done').length).toBeLessThan(30);
  });

  test('an ended session halts the run', async () => {
    const ended = new Problem('IDENTITY.SESSION_ENDED', 'ended', 'e', 401);
    const { halt, inState } = await played(10, () => Promise.reject(ended));
    expect(halt?.code).toBe('IDENTITY.SESSION_ENDED');
    expect(inState('waiting')).toHaveLength(BATCH_WIDTH);
  });

  test("a server's fault is a failure but no refusal: its command may have been done", async () => {
    const { steps } = await played(2, (id) => (id === 't0' ? Promise.reject(fault) : Promise.resolve()));
    expect(steps.get('t0')).toMatchObject({ state: 'failed', refusals: 0 });
    expect(steps.get('t1')?.state).toBe('done');
  });

  test('whatever is thrown that is no answer counts as a lost connection', async () => {
    const { halt } = await played(1, () => Promise.reject(new TypeError('network')));
    expect(halt?.status).toBeNull();
  });

  test('stopped: nothing more is sent, what is under way is waited for', async () => {
    const control = new AbortController();
    const sent: string[] = [];
    const done: string[] = [];
    await runBatch({
      batchId: 'b',
      items: ids(12).map((id) => ({ id, step: FRESH })),
      send: async (id) => {
        sent.push(id);
        if (sent.length === 3) control.abort();
        await Promise.resolve();
      },
      onStep: (id, { state }) => state === 'done' && done.push(id),
      signal: control.signal,
      width: 3,
    });
    expect(sent).toEqual(['t0', 't1', 't2']);
    expect(done).toEqual(sent);
  });
});
