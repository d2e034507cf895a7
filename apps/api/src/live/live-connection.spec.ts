import { LEDGER_ID, PEOPLE, TASK_ID, UNITS } from '../../../../libs/domain/testing';
import { LiveConnection } from './live-connection';
import { type LiveNews } from './live-news';
import { LiveSubscriber } from './live-subscriber';

const BELOW = new Map<string, ReadonlySet<string>>();
const TASK = { taskId: TASK_ID, ledgerId: LEDGER_ID, practice: false, unitIds: [UNITS.health] };

const newsAt = (position: number): LiveNews => ({
  position: String(position),
  tasks: [{ ...TASK, revision: position }],
  ledgers: [],
  inbox: [],
  missed: false,
});

function connection(): LiveConnection {
  const stillThere = async (): Promise<boolean> => true;
  const subscriber = new LiveSubscriber(PEOPLE.clerk);
  return new LiveConnection({ accountId: PEOPLE.clerk.accountId, subscriber, taskId: TASK_ID, stillThere }, 1_000);
}

/** What waits in the stream, as it would be read. */
function read({ stream }: LiveConnection): string {
  const parts: unknown = stream.read();
  return Buffer.isBuffer(parts) ? parts.toString('utf8') : '';
}
const names = (text: string): string[] => [...text.matchAll(/^event: (\w+)$/gmu)].map(([, name = '']) => name);

describe('a connection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('greets with the position, and after an interruption says that something may be missing', () => {
    const first = connection();
    first.greet('7', false);
    expect(read(first)).toBe('retry: 2000\n\nid: 7\nevent: hello\ndata: {"position":"7"}\n\n');
    const again = connection();
    again.greet(null, true);
    expect(read(again)).toBe(
      'retry: 2000\n\nevent: hello\ndata: {"position":null}\n\nevent: resync\ndata: {"position":null}\n\n',
    );
  });

  it('tells each step of the task, and of its ledger once a second', () => {
    const page = connection();
    for (const position of [1, 2, 3]) page.tell(newsAt(position), BELOW);
    expect(names(read(page))).toEqual(['task', 'ledger', 'task', 'task']);
    jest.advanceTimersByTime(999);
    expect(read(page)).toBe('');
    jest.advanceTimersByTime(1);
    expect(read(page)).toBe(`id: 3\nevent: ledger\ndata: {"ledgerId":"${LEDGER_ID}","position":"3"}\n\n`);
    jest.advanceTimersByTime(5_000);
    expect(read(page)).toBe('');
    page.tell(newsAt(4), BELOW);
    expect(names(read(page))).toEqual(['task', 'ledger']);
  });

  it('says only that everything is to be asked anew when too much has happened', () => {
    const page = connection();
    page.tell({ ...newsAt(9), missed: true }, BELOW);
    expect(read(page)).toBe('id: 9\nevent: resync\ndata: {"position":"9"}\n\n');
  });

  it('drops a reader who does not read, and keeps nothing more for him', () => {
    const page = connection();
    let told = 0;
    while (!page.stream.destroyed && told < 10_000) page.tell(newsAt((told += 1)), BELOW);
    expect(page.stream.destroyed).toBe(true);
    expect(page.stream.readableLength).toBeLessThan(17 * 1024);
    expect(told).toBeLessThan(300);
    expect(() => page.beat()).not.toThrow();
    expect(() => page.end()).not.toThrow();
  });

  it('tells nothing after its end', () => {
    const page = connection();
    page.end();
    page.tell(newsAt(1), BELOW);
    page.beat();
    page.end();
    expect(read(page)).toBe('');
  });
});
