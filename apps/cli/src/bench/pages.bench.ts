import { once } from 'node:events';
import { Agent, type IncomingMessage, request as ask } from 'node:http';
import { seededChance } from '../chance';
import { type Figures, percentile, rounded } from './figures';
import { reportBody } from './fixture';
import { type Kind, type Latencies, percentilesOf, steadyMix } from './load';
import { type ServerProcess } from './server-process';
import { type WideFixture } from './wide-fixture';

/** What is aimed at, and half of it: a machine that is full at the one shows at the other what a request takes by itself. */
const RATES_PER_SECOND = [100, 200];
/** Node needs most of a minute of use before it has compiled what is used most. */
const WARM_UP = 45_000;
const DURATION = 30_000;
const SEED = 20_211_231;
/** How a server says that it cannot now, if it does not hang up; any other refusal is a fault of the bench. */
const OVERTAXED = 503;

/** What pages ask for and forms send, at steady rates, of a ledger with very many tasks. Latencies in milliseconds. */
export async function measurePages(server: ServerProcess, fixture: WideFixture): Promise<Figures> {
  const kinds = kindsOf(server.address, fixture);
  const chance = seededChance(SEED);
  const choose = (): number => chance.integer(0, 999_999) / 1_000_000;
  const figures: Figures = { tasks: fixture.tasks };
  for (const rate of RATES_PER_SECOND) {
    await steadyMix(kinds, rate, WARM_UP, choose);
    Object.assign(figures, figuresAt(rate, await steadyMix(kinds, rate, DURATION, choose)));
  }
  return figures;
}

function figuresAt(rate: number, latencies: readonly Latencies[]): Figures {
  const p95 = (sample: readonly number[]): number => rounded(percentile(sample, 0.95));
  const each = latencies.map(({ kind, sample }) => [`${kind.name}P95MsAt${rate}`, p95(sample)] as const);
  const [reads, commands] = [false, true].map((writes) => latencies.filter(({ kind }) => kind.writes === writes));
  return {
    ...percentilesOf('read', rate, reads ?? []),
    ...percentilesOf('command', rate, commands ?? []),
    [`refusedAt${rate}`]: latencies.reduce((sum, { refused }) => sum + refused, 0),
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

/** Node's own client: the others take more of the machine from the server that is measured. No request waits for a socket. */
const agent = new Agent({ keepAlive: true });

async function request(address: string, secret: string, path: string, body?: object): Promise<boolean> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${secret}`,
    'accept-encoding': 'gzip',
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
  };
  const response = await new Promise<IncomingMessage | null>((answered, failed) => {
    const method = body === undefined ? 'GET' : 'POST';
    const refused = (error: NodeJS.ErrnoException): void =>
      error.code === 'ECONNRESET' ? answered(null) : failed(error);
    ask(`${address}/api/${path}`, { agent, headers, method }, answered).on('error', refused).end(sent);
  });
  if (response === null) return false;
  response.resume();
  await once(response, 'end');
  const { statusCode = 0 } = response;
  if (statusCode >= 300 && statusCode !== OVERTAXED) throw new Error(`${path}: ${statusCode}`);
  return statusCode < 300;
}
