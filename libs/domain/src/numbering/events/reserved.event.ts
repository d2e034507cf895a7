import { z } from 'zod';
import { ledgerKindSchema } from '../../ledger/ledger-kinds';
import { closingPrefixSchema, ledgerCodeSchema, ledgerNumberKindSchema } from '../../ledger/ledger-numbers';
import { actedBySchema } from '../../shared/actor';
import { type RecordedAs } from '../../shared/event-definition';
import { lineSchema, loggedIdSchema } from '../../shared/schema';
import { numberingEvent } from '../numbering-event';
import { type NumberingState } from '../numbering.state';

/** The ledger as it was asked for, kept with the reservation of its code so that a crash between the streams can be finished in the clerk's name. */
export const creatingSchema = z.strictObject({
  /** The command that asked for the ledger: finishing it is the same command. */
  commandId: loggedIdSchema,
  by: actedBySchema,
  asked: z.strictObject({
    name: lineSchema(100),
    code: ledgerCodeSchema,
    closingPrefix: closingPrefixSchema,
    region: lineSchema(40),
    kind: ledgerKindSchema,
  }),
});

const schema = z.strictObject({
  kind: ledgerNumberKindSchema,
  number: lineSchema(20),
  ledgerId: loggedIdSchema,
  ledgerName: lineSchema(100),
  claimId: loggedIdSchema,
  /** Null with a closing prefix: it is reserved for a ledger whose code is reserved already. */
  creating: creatingSchema.nullable(),
});

function reserve({ data }: RecordedAs<string, z.infer<typeof schema>>): NumberingState {
  const { kind, number, ledgerId, ledgerName, claimId } = data;
  return { kind, number, holder: { ledgerId, ledgerName, claimId, used: false } };
}

/** A code or closing prefix was set aside for a ledger. */
export const reserved = numberingEvent({
  type: 'numbering.reserved',
  schema,
  sample: {
    kind: 'code',
    number: 'YL2021',
    ledgerId: '00000000-0000-4000-8000-000000000a02',
    ledgerName: '医改台账',
    claimId: '00000000-0000-4000-8000-000000000b07',
    creating: {
      commandId: '00000000-0000-4000-8000-000000000b08',
      by: {
        accountId: '00000000-0000-4000-8000-000000000a01',
        name: '周敏',
        role: 'supervision-clerk',
        postId: '00000000-0000-4000-8000-000000000a06',
        unitId: '00000000-0000-4000-8000-000000000a03',
      },
      asked: { name: '医改台账', code: 'YL2021', closingPrefix: '云医改销', region: 'CN', kind: 'reform' },
    },
  },
  begin: reserve,
  evolve: (_state, event) => reserve(event),
});
