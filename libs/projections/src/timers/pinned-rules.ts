import { type PoolClient } from 'pg';
import { z } from 'zod';
import {
  compileCalendar,
  type CompiledCalendar,
  type Policy,
  policySchema,
  type RecordedOfType,
  type Rules,
  type RuleVersions,
  workCalendarSchema,
} from '#domain';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** An event that publishes rules. */
export type Publication = RecordedOfType<'calendar.published' | 'policy.published'>;

const column = columnsOf<Publication>();

/** The calendars and policies that were published, of which tasks name one each. */
export const PUBLISHED = table(
  'published',
  {
    kind: column.text(({ type }) => type, { key: true }),
    version: column.text((event) => contentOf(event).version, { key: true }),
    content: column.json(contentOf),
  },
  { comment: 'Calendars and policies published so far; tasks name them by version.' },
);

function contentOf({ type, data }: Publication): { readonly version: string } {
  return type === 'calendar.published' ? data.calendar : data.policy;
}

const rows = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('calendar.published'), content: workCalendarSchema }),
    z.object({ kind: z.literal('policy.published'), content: policySchema }),
  ]),
);

interface Versions {
  readonly calendars: Map<string, CompiledCalendar>;
  readonly policies: Map<string, Policy>;
}

/** Rules by the versions that a task has pinned: those published in the log so far, and those that the program brings along. */
export class PinnedRules {
  private known: Versions | null = null;

  constructor(
    private readonly builtIn: Rules,
    private readonly schema: string,
  ) {}

  /** Keeps what is published. */
  async take(publication: Publication, client: PoolClient): Promise<void> {
    await this.load(client);
    await client.query(PUBLISHED.insertMissing(this.schema, [publication]));
    if (publication.type === 'calendar.published') this.keepCalendar(publication.data.calendar);
    else this.keepPolicy(publication.data.policy);
  }

  /** The rules of versions; what a log does not know, as one that was cut off, is what the program brings along. */
  of(versions: RuleVersions | null): Rules {
    const { calendar, policy } = this.builtIn;
    return {
      calendar: this.known?.calendars.get(versions?.calendar ?? '') ?? calendar,
      policy: this.known?.policies.get(versions?.policy ?? '') ?? policy,
    };
  }

  /** What is kept may be of a batch that was rolled back, or lack what another process has read. */
  forget(): void {
    this.known = null;
  }

  /** Reads what was published before, unless it is known; to be done before asking for versions. */
  async load(client: PoolClient): Promise<void> {
    if (this.known) return;
    const result = await client.query(`select kind, content from ${this.schema}.published`);
    this.known = { calendars: new Map(), policies: new Map() };
    for (const row of rows.parse(result.rows)) {
      if (row.kind === 'calendar.published') this.keepCalendar(row.content);
      else this.keepPolicy(row.content);
    }
  }

  private keepCalendar(calendar: z.infer<typeof workCalendarSchema>): void {
    this.known?.calendars.set(calendar.version, compileCalendar(calendar));
  }

  private keepPolicy(policy: Policy): void {
    this.known?.policies.set(policy.version, policy);
  }
}
