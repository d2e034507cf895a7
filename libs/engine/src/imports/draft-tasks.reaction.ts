import { type CommandBus } from '@nestjs/cqrs';
import { ENGINE_ACTOR, type RecordedOfType } from '#domain';
import { Act } from '../command/act';
import { derivedId } from '../command/derived-id';
import { type Reaction, reactionContext } from '../reactions/reaction';

/** How many drafts are sent at a time; the log groups what comes together into one commit. */
const TOGETHER = 50;

/** The id of the task that an import's item becomes. */
export function draftTaskId(importId: string, index: number): string {
  return derivedId('draft', importId, String(index));
}

/**
 * An import is one event of the ledger; this makes its tasks. Every command's id follows from the import, so that a crash
 * between any two of them leads to the same tasks, and the import counts as running until the last one is there.
 */
export const draftTasksReaction: Reaction = {
  name: 'draft-tasks',
  types: ['ledger.import-started'],
  lastPart: 'complete',
  react: async (event, stream, bus) => {
    if (event.type !== 'ledger.import-started') return;
    const ledgerId = stream.slice('ledger-'.length);
    await draftAll(event, ledgerId, bus);
    const { importId } = event.data;
    const context = reactionContext(event, ENGINE_ACTOR, 'complete');
    const command = { type: 'ledger.complete-import', data: { importId } } as const;
    await bus.execute(new Act({ aggregate: 'ledger', id: ledgerId, command }, context));
  },
};

type ImportStarted = RecordedOfType<'ledger.import-started'>;

async function draftAll(event: ImportStarted, ledgerId: string, bus: CommandBus): Promise<void> {
  const { importId, firstSerial, tasks } = event.data;
  for (let start = 0; start < tasks.length; start += TOGETHER) {
    const together = tasks.slice(start, start + TOGETHER).map(({ source, ...content }, offset) => {
      const index = start + offset;
      const data = { ledgerId, importId, serial: firstSerial + index, source, content };
      const command = { type: 'task.draft', data } as const;
      const context = reactionContext(event, ENGINE_ACTOR, `draft-${index}`);
      return bus.execute(new Act({ aggregate: 'task', id: draftTaskId(importId, index), command }, context));
    });
    await Promise.all(together);
  }
}
