import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { SERIES_ACTS } from './acts';
import { SERIES_EVENTS } from './events';
import { NOT_RESERVED } from './series-act';
import { type SeriesState } from './series.state';

/** The closing numbers of a ledger, under the ledger's own id. */
export const SERIES = defineAggregate<
  'series',
  SeriesState,
  DataOfActs<typeof SERIES_ACTS>,
  DataOfEvents<typeof SERIES_EVENTS>
>({
  name: 'series',
  acts: SERIES_ACTS,
  events: SERIES_EVENTS,
  unknown: NOT_RESERVED,
  reach: (ledgerId) => ({ ledgerId }),
  plural: 'series',
});
