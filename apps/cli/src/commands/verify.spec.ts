import { type DamagedStream, MemoryEventStore, type StoredEvent, verifyChain } from '#event-store';
import { type Alterations, AlteredEventStore } from '../../../../libs/event-store/testing/altered-event-store';
import { someEvents } from '../../../../libs/event-store/testing/sample-events';
import { said } from '../../testing/said';
import { tellVerdict } from './verify';

/** Three streams of three events each. */
async function verified(alterations: Alterations) {
  const store = new MemoryEventStore();
  for (const stream of ['task-A', 'task-B', 'task-C']) await store.append(stream, 'no-stream', someEvents(3));
  const verdict = await verifyChain(new AlteredEventStore(store, alterations));
  return said(async () => tellVerdict(verdict));
}

/** Changes one event; all others stay as they are. */
function at(stream: string, revision: number, change: (event: StoredEvent) => StoredEvent | undefined) {
  return (event: StoredEvent) => (event.stream === stream && event.revision === revision ? change(event) : event);
}

const FOREIGN: DamagedStream = {
  stream: 'task-C',
  damage: 'foreign',
  revision: 3,
  message: 'task-C 第 3 号事件不是本系统写入的内容。',
};
const LOST: DamagedStream = { stream: 'task-D', damage: 'lost', revision: null, message: 'task-D 已被删除。' };

describe('verify', () => {
  it('says of a whole log how much there is, and asks for no exit code', async () => {
    const { lines, exitCode } = await verified({});
    expect(lines[0]).toBe('3 条流共 9 条事件，哈希链完整。');
    expect(exitCode).toBeUndefined();
  });

  it('names every broken stream with its event in words, and what is whole; the exit code is 2', async () => {
    const changed = at('task-A', 1, (event) => ({ ...event, data: {} }));
    const cut = at('task-B', 0, () => undefined);
    const { lines, exitCode } = await verified({
      alter: (event) => {
        const left = changed(event);
        return left && cut(left);
      },
    });
    expect(lines.slice(0, 3)).toEqual([
      '断裂：task-A 第 1 号事件的内容与封签不符，写入后被改动过。',
      '断裂：task-B 缺少第 0 号事件，接着的是第 1 号。',
      '没有发现问题的有 1 条流；核对无误的事件共 4 条。',
    ]);
    expect(lines.join()).not.toMatch(/hash/u);
    expect(exitCode).toBe(2);
  });

  it('lists the streams that the store found damaged, though no chain is broken; the exit code is 2', async () => {
    const { lines, exitCode } = await verified({ damaged: [FOREIGN, LOST] });
    expect(lines.slice(0, 3)).toEqual([
      `受损：${FOREIGN.message}`,
      `受损：${LOST.message}`,
      '没有发现问题的有 2 条流；核对无误的事件共 9 条。',
    ]);
    expect(exitCode).toBe(2);
  });

  it.each([
    ['that what is broken stands still and the rest goes on', FOREIGN, '以上列出的流已停止办理，其余照常；'],
    [
      'that nothing is written while a stream has lost its past',
      LOST,
      '有的流丢失了历史，恢复之前台账停止写入，只能查看；',
    ],
  ])('says %s', async (_what, damaged, effect) => {
    const { lines } = await verified({ damaged: [damaged] });
    expect(lines.at(-1)).toMatch(new RegExp(`^${effect}`, 'u'));
  });

  it('says how many breaks it has not listed', async () => {
    const verdict = { events: 0, streams: 0, position: null, breaks: [], moreBreaks: 7, damaged: [] };
    const { lines, exitCode } = await said(async () => tellVerdict(verdict));
    expect(lines[0]).toBe('另有 7 条流断裂，没有逐一列出。');
    expect(exitCode).toBe(2);
  });
});
