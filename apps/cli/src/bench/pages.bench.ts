import { seededChance } from '../chance';
import { type Figures, percentile, rounded } from './figures';
import { reportBody } from './fixture';
import { type Kind, percentilesOf, steadyMix } from './load';
import { type ServerProcess } from './server-process';
import { type WideFixture } from './wide-fixture';

const RATE_PER_SECOND = 200;
const WARM_UP = 10_000;
const DURATION = 30_000;
const SEED = 20_211_231;

/** What pages ask for and forms send, at a steady 200 requests a second, of a ledger with very many tasks. */
export async function measurePages(server: ServerProcess, fixture: WideFixture): Promise<Figures> {
  const kinds = kindsOf(server.address, fixture);
  const chance = seededChance(SEED);
  const choose = (): number => chance.integer(0, 999_999) / 1_000_000;
  await steadyMix(kinds, RATE_PER_SECOND, WARM_UP, choose);
  const latencies = await steadyMix(kinds, RATE_PER_SECOND, DURATION, choose);
  const each = latencies.map(({ kind, sample }) => [`${kind.name}P95Ms`, rounded(percentile(sample, 0.95))] as const);
  return {
    tasks: fixture.taskIds.length,
    requestsPerSecond: RATE_PER_SECOND,
    ...percentilesOf(
      'read',
      latencies.filter(({ kind }) => !kind.writes),
    ),
    ...percentilesOf(
      'command',
      latencies.filter(({ kind }) => kind.writes),
    ),
    ...Object.fromEntries(each),
  };
}

/** Words that many tasks hold; the first is in all of them. */
const WORDS = ['平台', '改革', '医保支付', '第37'];

function kindsOf(address: string, { ledgerId, taskIds, units, clerk, reporter, unitReporter }: WideFixture): Kind[] {
  const task = (index: number): string => taskIds[(index * 7_919) % taskIds.length] ?? '';
  const unit = (index: number): string => units[index % units.length] ?? '';
  const read = (name: string, weight: number, path: (index: number) => string): Kind => ({
    name,
    weight,
    writes: false,
    send: (index) => request(address, clerk, path(index)),
  });
  const list = (query: string): string => `tasks?ledgerId=${ledgerId}&${query}`;
  return [
    read('ledgerPage', 25, () => list('')),
    read('filteredPage', 15, (index) => list(`status=underway,assigned&lamp=normal&leadUnit=${unit(index)}`)),
    read('searchPage', 10, (index) => list(`text=${encodeURIComponent(WORDS[index % WORDS.length] ?? '')}`)),
    read('byDuePage', 5, () => list('sort=due')),
    read('taskPage', 15, (index) => `tasks/${task(index)}`),
    read('timelinePage', 5, (index) => `tasks/${task(index)}/timeline`),
    { ...read('inbox', 10, () => ''), send: () => request(address, unitReporter, 'inbox') },
    {
      name: 'report',
      weight: 15,
      writes: true,
      send: (index) => request(address, reporter, `tasks/${task(index)}/report`, reportBody(index)),
    },
  ];
}

async function request(address: string, secret: string, path: string, body?: object): Promise<void> {
  const response = await fetch(`${address}/api/${path}`, {
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
}
