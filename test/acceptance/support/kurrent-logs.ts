import { type LogUnderTest } from '../../../libs/event-store/testing/event-store.contract';
import { doubledServer, realServer } from '../../../libs/event-store/testing/kurrent-log';

/** A log in KurrentDB, or in what stands for it, of its own. */
export interface KurrentLog {
  /** What it is, for the name of a test. */
  readonly kind: string;
  readonly openLog: () => Promise<LogUnderTest>;
}

/** A double always, and a real server where `EVENTSTORE_URL` names one. */
export function kurrentLogs(): readonly KurrentLog[] {
  const real = realServer();
  const double = { kind: 'a double of KurrentDB', openLog: doubledServer };
  return real ? [double, { kind: 'KurrentDB', openLog: real.log }] : [double];
}
