import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { UNIT_ACTS } from './acts';
import { UNIT_EVENTS } from './events';
import { type UnitState } from './unit.state';

/** A unit of the register. It belongs to no ledger. */
export const UNIT = defineAggregate<'unit', UnitState, DataOfActs<typeof UNIT_ACTS>, DataOfEvents<typeof UNIT_EVENTS>>({
  name: 'unit',
  acts: UNIT_ACTS,
  events: UNIT_EVENTS,
  unknown: reject('UNIT.UNKNOWN', '没有找到该单位，请先在单位名录中建立。'),
  reach: () => ({}),
});
