import { z } from 'zod';
import { actedBySchema } from '../../shared/actor';
import { ADMINISTRATORS } from '../../shared/circumstances';
import { type RecordedAs } from '../../shared/event-definition';
import { loggedIdSchema } from '../../shared/schema';
import { departureEvent } from '../departure-event';
import { type DepartureState, leavingSchema, NO_DEPARTURES } from '../departure.state';

const schema = z.strictObject({
  accountId: loggedIdSchema,
  /** Null: every role that the account has. */
  role: z.enum(ADMINISTRATORS).nullable(),
  /** What is about to be done, by whom: kept here so that a crash between the streams can be finished in their name. */
  leaving: leavingSchema,
  by: actedBySchema,
});

/** An administrator is about to be disabled or to lose the post, and others are able beside them. */
export const begun = departureEvent({
  type: 'departure.begun',
  schema,
  sample: {
    accountId: '00000000-0000-4000-8000-000000000a01',
    role: null,
    leaving: { act: 'account.disable' },
    by: {
      accountId: '00000000-0000-4000-8000-000000000a0c',
      name: '周敏',
      role: 'system-administrator',
      postId: '00000000-0000-4000-8000-000000000a06',
      unitId: '00000000-0000-4000-8000-000000000a03',
    },
  },
  begin: (event) => withDeparture(NO_DEPARTURES, event),
  evolve: withDeparture,
});

function withDeparture(
  { underway }: DepartureState,
  { data: { accountId, role }, metadata: { commandId } }: RecordedAs<string, z.infer<typeof schema>>,
): DepartureState {
  return { underway: [...underway, { accountId, role, commandId }] };
}
