import { sql } from 'kysely';
import { z } from 'zod';
import { accountNewsSchema, listAccountNewsParameters } from '#contracts';
import { shanghaiInstant, addDays } from '#domain';
import { defineQuery } from '../queries/define-query';
import { asOf, unitNames } from '../queries/read-models';
import { passwordResets } from './password-resets';
import { accountsIn, ENTRY_COLUMNS, storedEntrySchema, toEntry, unitsIn } from './timeline-rows';

/** How many days back, and how many at most. */
const DAYS = 30;
const MOST = 50;

const found = z.array(storedEntrySchema);

/** What others did to the account of whoever asks: they are told of grants, resets and what else concerns them. Practice is their own doing. */
export const listAccountNews = defineQuery({
  operation: 'account-news.list',
  path: 'account-news',
  summary: '近三十日与本人账号有关的办理',
  parameters: listAccountNewsParameters,
  answer: accountNewsSchema,
  reads: ['timeline', 'units', 'ledgers'],
  handle(models, _parameters, { actor: { accountId }, today }) {
    const since = shanghaiInstant(addDays(today, -DAYS), '00:00');
    return models.snapshot(async (at) => {
      const { rows } = await sql`
        select ${ENTRY_COLUMNS} from projection_timeline.entry e
        where e.category = 'account' and e.stream_id = ${accountId} and e.account_id <> ${accountId}::uuid
          and e.type not in ('post.granted-for-practice', 'account.created', 'account.password-changed')
          and e.recorded_at >= ${since}
        order by e.position desc limit ${MOST}`.execute(at);
      const entries = found.parse(rows);
      const units = await unitNames(at, entries.flatMap(unitsIn));
      const resets = await passwordResets(at, entries);
      const people = await models.peopleNamed(entries.flatMap(accountsIn));
      const names = { units, resets, people, files: new Map(), children: new Map() };
      return { position: await asOf(at, 'timeline'), entries: entries.map((row) => toEntry(row, names)) };
    });
  },
});
