import { type RecordedOfType } from '#domain';
import { type Position } from '#event-store';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** A publication with its place in the log. */
interface Placed<Type extends 'policy.published' | 'calendar.published'> {
  readonly event: RecordedOfType<Type>;
  readonly position: Position;
}

const policy = columnsOf<Placed<'policy.published'>>();

/** One row per version of a policy. */
export const POLICY = table(
  'policy',
  {
    version: policy.text(({ event }) => event.data.policy.version, { key: true }),
    ledger_id: policy.uuidOrNull(({ event }) => event.data.ledgerId, { comment: 'Null: the office’s.' }),
    place: policy.bigint(({ position }) => position),
    policy: policy.json(({ event }) => event.data.policy),
    holds: policy.text(({ event }) => event.data.holds, {
      comment: 'new: tasks assigned from then on; open: also open ones.',
    }),
    reason: policy.text(({ event }) => event.data.reason),
    published_by: policy.text(({ event }) => event.metadata.actor.name),
    published_at: policy.instant(({ event }) => event.metadata.recordedAt),
  },
  { comment: 'Versions of policies, in log order by place.' },
);

const calendar = columnsOf<Placed<'calendar.published'>>();

/** One row per version of a calendar. */
export const CALENDAR = table(
  'calendar',
  {
    version: calendar.text(({ event }) => event.data.calendar.version, { key: true }),
    place: calendar.bigint(({ position }) => position),
    region: calendar.text(({ event }) => event.data.calendar.region),
    reason: calendar.text(({ event }) => event.data.reason),
  },
  { comment: 'Versions of calendars, in log order by place.' },
);

const lowering = columnsOf<{ readonly event: RecordedOfType<'policy.lowering-asked'> }>();

/** The row of a protection level that is to be lowered, while nobody has published a version since. */
export const LOWERING = table('lowering', {
  one: lowering.boolean(() => true, { key: true, comment: 'There is one installation, and one row at most.' }),
  asked_by: lowering.uuid(({ event }) => event.metadata.actor.accountId),
  asked_by_name: lowering.text(({ event }) => event.metadata.actor.name),
  asked_at: lowering.instant(({ event }) => event.metadata.recordedAt),
  reason: lowering.text(({ event }) => event.data.reason),
});
