import { decideSeries, type SeriesCommand, type SeriesEvent, type SeriesFacts, type SeriesState } from '#domain';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';
import { ledgerReach, practiceOf } from './practice-of';

/** The closing numbers of a ledger, under the ledger's own id. */
export function seriesAggregate(states: States): Aggregate<SeriesState, SeriesCommand, SeriesEvent, SeriesFacts> {
  return {
    reader: states.series,
    decide: decideSeries,
    reach: (ledgerId) => ledgerReach(states, ledgerId),
    gather: async ({ id, command }) => {
      const ledger = await states.ledger.known(id);
      // Fresh, because a number that is reserved in vain stays in the series as void.
      const task = command.type === 'number.reserve' ? (await states.task.fresh(command.data.taskId)).state : null;
      return {
        closingPrefix: ledger.state?.closingPrefix ?? null,
        task,
        practice: (await practiceOf(states, id)) !== null,
      };
    },
  };
}
