import { type Body } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { noteWritten } from '../../api/last-written';
import { importKey } from './model/act-keys';
import { contentOf } from './model/draft-problems';
import { foundImport } from './model/found-import';
import { type Matches } from './model/unit-choices';
import { type UnitName } from './model/unit-names';
import { type Work } from './model/work';
import { settleUnits } from './settle-units';

type ImportBody = Body<'/api/ledgers/{id}/import'>;

/** The read models are asked so often for the new import, and so long apart. Milliseconds. */
const ASKED = 20;
const PAUSE = 300;

/** Ids of the imports that a ledger has. */
export async function importIdsOf(ledgerId: string): Promise<string[]> {
  return (await importsOf(ledgerId)).map(({ importId }) => importId);
}

/**
 * Creates the units that are decided on and sends the import. Sent again after a lost answer it is the same import.
 * @returns its id, or null while the ledger does not show it yet
 */
export async function sendImport(
  work: Work,
  ledgerId: string,
  before: readonly string[],
  names: readonly UnitName[],
  matches: Matches,
): Promise<string | null> {
  await settleUnits(names, work.choices, matches);
  const body = bodyOfWork(work);
  const params = { path: { id: ledgerId }, header: { 'Idempotency-Key': importKey(work.workId, body) } };
  const { position } = await api.POST('/api/ledgers/{id}/import', { params, body }).then(bodyOf);
  noteWritten(position);
  for (let asked = 0; asked < ASKED; asked += 1) {
    const found = foundImport(await importsOf(ledgerId), before, work.source, body.tasks.length);
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return null;
}

function bodyOfWork({ source, drafts }: Work): ImportBody {
  const tasks = drafts.map(({ content }) => contentOf(content)).filter((content) => content !== null);
  return { source, tasks };
}

async function importsOf(ledgerId: string) {
  const { ledgers } = await api.GET('/api/ledgers', { params: { query: { ledgerId } } }).then(bodyOf);
  return ledgers[0]?.imports ?? [];
}
