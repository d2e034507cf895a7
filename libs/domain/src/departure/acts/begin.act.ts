import { z } from 'zod';
import { lastOf } from '../../account/second-administrator';
import { type Decision } from '../../shared/act-definition';
import { actedBySchema } from '../../shared/actor';
import { ADMINISTRATORS, type Circumstances } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { departureAct, type DepartureEvent } from '../departure-act';
import { type DepartureState, leaverFields, leavingSchema, NO_DEPARTURES, staying } from '../departure.state';
import { begun } from '../events/begun.event';

const command = z.strictObject({ ...leaverFields, leaving: leavingSchema, by: actedBySchema });
type Begin = z.output<typeof command>;

/** Begins a departure where somebody able stays; whose own departure has begun is not among them, though their account may not say so yet. */
export const beginDeparture = departureAct({
  type: 'departure.begin',
  word: '开始管理员变动',
  command,
  sample: begun.sample,
  grants: ENGINE,
  identity: () => ['administrators'],
  needs: () => ({ administrators: true }),
  begin: (data, circumstances) => begin(NO_DEPARTURES, data, circumstances),
  decide: begin,
});

function begin(state: DepartureState, data: Begin, { facts }: Circumstances): Decision<DepartureEvent> {
  const roles = data.role === null ? ADMINISTRATORS : [data.role];
  const last = lastOf(data.accountId, roles, staying(facts.administrators, state));
  return last ?? [{ type: 'departure.begun', data }];
}
