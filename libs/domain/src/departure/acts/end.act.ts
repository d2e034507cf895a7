import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { idSchema, lineSchema } from '../../shared/schema';
import { departureAct, NOT_UNDERWAY } from '../departure-act';
import { ended } from '../events/ended.event';

/** Ends a departure, once. */
export const endDeparture = departureAct({
  type: 'departure.end',
  word: '结束管理员变动',
  command: z.strictObject({ accountId: idSchema, commandId: idSchema, refused: lineSchema(500).nullable() }),
  sample: ended.sample,
  grants: ENGINE,
  identity: () => ['administrators'],
  decide: ({ underway }, data) =>
    underway.some(({ commandId }) => commandId === data.commandId) ? [{ type: 'departure.ended', data }] : NOT_UNDERWAY,
});
