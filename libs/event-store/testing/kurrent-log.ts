import { randomUUID } from 'node:crypto';
import { type EventStore } from '../src/index';
import { KurrentEventStore, type KurrentEventStoreOptions } from '../src/kurrent/kurrent-event-store';
import { type LogUnderTest } from './event-store.contract';
import { KurrentDouble } from './kurrent-double/kurrent-double';

/** Variable that names a real server to test on. */
const SERVER_VARIABLE = 'EVENTSTORE_URL';

type Options = Partial<KurrentEventStoreOptions>;

/** A store on a server, not yet asked whether it can serve: for tests that do things to the server itself. */
export function kurrentStore(options: KurrentEventStoreOptions): KurrentEventStore {
  return new KurrentEventStore(options);
}

/** A log on a server of this kind. */
interface KurrentLog extends LogUnderTest {
  readonly store: KurrentEventStore;
  another(options?: Options): KurrentEventStore;
}

/** A log on a double of the server. */
export interface DoubledLog extends KurrentLog {
  readonly double: KurrentDouble;
}

/** Starts a double and a store on it. */
export async function doubledServer(): Promise<DoubledLog> {
  const double = await KurrentDouble.start();
  const log = logOn({ url: double.url, retryMs: 20 }, doubledServer);
  const close = async (): Promise<void> => {
    await log.close();
    double.stop();
  };
  return { ...log, double, close };
}

/** The server that the environment names; each log on it has a namespace of its own. Undefined if none is named. */
export function realServer(): { log(): Promise<LogUnderTest> } | undefined {
  const url = process.env[SERVER_VARIABLE];
  if (url === undefined || url === '') return undefined;
  const namespace = (): string => `test${randomUUID().replaceAll('-', '')}`;
  const log = async (): Promise<LogUnderTest> => logOn({ url, namespace: namespace() }, log);
  return { log };
}

function logOn(options: KurrentEventStoreOptions, openAnother: () => Promise<LogUnderTest>): KurrentLog {
  const ends: (() => Promise<void>)[] = [];
  const another = (more: Options = {}): KurrentEventStore => {
    const store = new KurrentEventStore({ ...options, ...more });
    ends.push(() => store.close());
    return store;
  };
  const separate = async (): Promise<EventStore> => {
    const own = await openAnother();
    ends.push(() => own.close());
    return own.store;
  };
  const close = async (): Promise<void> => {
    await Promise.all(ends.map((end) => end()));
  };
  return { store: another(), another, separate, close };
}
