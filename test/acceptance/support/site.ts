import { type CommandBus } from '@nestjs/cqrs';
import { readFile } from 'node:fs/promises';
import { type EventStore } from '#event-store';
import { type ControlledClock } from '#platform';
import { ensureFirstAccount, ensureFirstPosts, type FirstSignIn, type Foundation } from '#runtime';
import { type RebuildWanted, rebuildTables } from '../../../apps/cli/src/rebuild-tables';
import { openHouseAt, type TestHouse, type TestPlace } from '../../support/test-house';
import { changedPassword, Person } from './person';

const ALL: RebuildWanted = { name: undefined, afresh: false };

/** The product served in a place that outlasts it. */
export interface Site extends Pick<TestHouse, 'foundation' | 'house' | 'close'> {
  readonly address: string;
  /** The first administrator, signed in. */
  readonly administrator: Person;
  /** The administrator's password, for the next start. */
  readonly password: string;
}

/** Starts the product in a place, as `serve` does; writing may be stopped there. @param password of the administrator, unless it is the first start */
export async function openSite(
  place: TestPlace,
  clock: ControlledClock,
  store: EventStore,
  password?: string,
): Promise<Site> {
  const { foundation, house, listen, close } = await openHouseAt(place, { clock, store });
  const address = await listen();
  const first = foundation.store.writing.stopped ? null : await ensureFirstAdministrator(foundation, house.bus);
  const text = first ? await readFile(first.passwordFile, 'utf8') : '';
  const given = /一次性口令：(\S+)/u.exec(text)?.[1] ?? password ?? '';
  const administrator = await new Person(address, 'admin', given).signIn();
  return { foundation, house, close, address, administrator, password: first ? changedPassword(given) : given };
}

/** Makes the first administrator as a start does. @returns null when there was an account */
export async function ensureFirstAdministrator(foundation: Foundation, bus: CommandBus): Promise<FirstSignIn | null> {
  const first = await ensureFirstAccount(foundation);
  await ensureFirstPosts(foundation, bus);
  return first;
}

/** What `taizhang rebuild` does and says, in a process of its own. */
export async function rebuildAt(
  place: TestPlace,
  clock: ControlledClock,
  store: EventStore,
  wanted = ALL,
): Promise<string[]> {
  const said: string[] = [];
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text).trimEnd()) > 0);
  const foundation = await place.lay({ clock, store, purpose: 'looking' });
  try {
    await rebuildTables(foundation, wanted);
    return said;
  } finally {
    out.mockRestore();
    await foundation.close();
  }
}
