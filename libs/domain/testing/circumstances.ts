import {
  type Actor,
  calendarYearOf,
  chargeOf,
  type Circumstances,
  compileCalendar,
  DEFAULT_POLICY,
  type Facts,
  NO_STAFF,
  type Policy,
  type WorkCalendar,
} from '../src';
import { actedBy } from './actors';
import { testId } from './ids';

/** The id of the stream that a story tells. */
export const STORY_ID = testId(0x400);

/** A small calendar: the National Day week of 2025 and the weekend days worked for it; all else is plain weekends. */
export const SAMPLE_CALENDAR: WorkCalendar = {
  version: 'sample-2025',
  region: 'CN',
  years: {
    '2025': calendarYearOf(
      2025,
      ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2025-10-${day}`),
      ['2025-09-28', '2025-10-11'],
    ),
  },
};

const COMPILED = compileCalendar(SAMPLE_CALENDAR);

/** The day on which stories begin unless they say otherwise: a Monday. */
export const FIRST_DAY = '2025-03-03';

/** A moment of a working day in Shanghai: nine o'clock and as many seconds as given. ISO 8601 UTC. */
export function momentOn(day: string, seconds = 0): string {
  return new Date(Date.parse(`${day}T01:00:00.000Z`) + seconds * 1_000).toISOString();
}

/** What is known of other streams where a test does not say: nothing. */
export const NO_FACTS: Facts = {
  knownUnits: new Set(),
  lineage: new Map(),
  knownFiles: new Set(),
  postedIn: new Set(),
  actsFor: new Set(),
  ledger: null,
  rules: { policy: DEFAULT_POLICY, calendar: COMPILED },
  reserved: null,
  closingsBegun: false,
  ledgerNumbers: [],
  staff: NO_STAFF,
  administrators: [],
  takenOut: [],
  departing: false,
  administratorPosts: [],
  digest: null,
};

/** What is known when a ledger's code and prefix are set aside for it, as the engine does before it creates one. */
export const CLAIMED_NUMBERS: Facts = {
  ...NO_FACTS,
  ledgerNumbers: [
    { kind: 'code', number: 'YG2025', takenBy: null, claimed: true },
    { kind: 'closing-prefix', number: '云医改销', takenBy: null, claimed: true },
  ],
};

/** What a decision knows when a person acts on a day. */
export function circumstancesOf(
  actor: Actor,
  today: string = FIRST_DAY,
  seconds = 0,
  facts: Facts = NO_FACTS,
  policy: Partial<Policy> = {},
): Circumstances {
  const now = momentOn(today, seconds);
  const id = STORY_ID;
  const newId = () => testId(0x30_0000 + seconds);
  return {
    now,
    today,
    id,
    actor: actedBy(actor),
    charge: actor.posts.slice(0, 1).flatMap(chargeOf),
    calendar: COMPILED,
    policy: { ...DEFAULT_POLICY, ...policy },
    newId,
    facts,
  };
}
