import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { LEDGER_UNKNOWN } from '../../ledger/ledger.refusals';
import { closingSchema, reserved } from '../events/reserved.event';
import { seriesAct, type SeriesEvent } from '../series-act';
import { NO_NUMBERS, reservedFor, type SeriesState } from '../series.state';

const command = z.strictObject({ taskId: idSchema, closing: closingSchema });

function reserve(
  state: SeriesState,
  { taskId, closing }: z.infer<typeof command>,
  { today, facts }: Circumstances,
): Decision<SeriesEvent> {
  if (facts.ledger === null) return LEDGER_UNKNOWN;
  if (reservedFor(state, taskId) !== null) {
    return reject('TASK.CLOSING_UNDERWAY', '本任务正在销号，请稍候刷新查看结果。');
  }
  const year = Number(today.slice(0, 4));
  const serial = (state.lastSerial[year] ?? 0) + 1;
  const closingNumber = `${facts.ledger.closingPrefix}〔${year}〕${serial}号`;
  return [{ type: 'number.reserved', data: { taskId, year, serial, closingNumber, closing } }];
}

/** Sets the next closing number aside for a task. */
export const reserveNumber = seriesAct({
  type: 'number.reserve',
  word: '预留销号文号',
  command,
  sample: { taskId: '00000000-0000-4000-8000-000000000400', closing: reserved.sample.closing },
  grants: ENGINE,
  needs: (_data, _state, ledgerId) => ({ ledgerId }),
  begin: (data, circumstances) => reserve(NO_NUMBERS, data, circumstances),
  decide: reserve,
});
