import {
  closingFault,
  decideSeries,
  notOpen,
  reject,
  type Rejection,
  type SeriesCommand,
  type SeriesEvent,
  type SeriesFacts,
  type SeriesState,
} from '#domain';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';

/** The closing numbers of a ledger, under the ledger's own id. A number is only reserved for a task that may be closed. */
export function seriesAggregate(states: States): Aggregate<SeriesState, SeriesCommand, SeriesEvent, SeriesFacts> {
  return {
    reader: states.series,
    decide: decideSeries,
    reach: (ledgerId) => ({ ledgerId }),
    gather: async ({ id, command, context }) => {
      const ledger = await states.ledger.known(id);
      const taskFault =
        command.type === 'number.reserve'
          ? await whyNotClosed(states, command.data.taskId, context.actor.accountId)
          : null;
      return { closingPrefix: ledger.state?.closingPrefix ?? null, taskFault };
    },
  };
}

async function whyNotClosed(states: States, taskId: string, accountId: string): Promise<Rejection | null> {
  const { state } = await states.task.fresh(taskId);
  if (state === null) return reject('TASK.UNKNOWN', '没有找到这项任务，请核对编号或刷新台账。');
  return notOpen(state, 'task.close') ?? closingFault(state, accountId);
}
