import { type CommandBus } from '@nestjs/cqrs';
import { readEvent } from '#domain';
import { type EventStore, logPages, type StoredEvent } from '#event-store';
import { isRefusedForGood } from '../command/final-failure';
import { type States } from '../state/states';
import { beginChild, type Parent, type RecordedSplit } from './begin-children.reaction';

/** A child whose stream is not in the log. */
interface Lost {
  readonly event: RecordedSplit;
  readonly parentId: string;
  readonly index: number;
}

/**
 * Children that a restored log has without their streams. A parent waits for each child until it has ended, and would wait for these for
 * ever. They begin anew, as their split says and by the same commands: what was done in them is lost, what the unit owes is not. Only they
 * do; a child that is there stays as it is, and what else was left out (tasks of an import) stays left out.
 */
export class LostChildren {
  constructor(
    private readonly store: EventStore,
    private readonly states: States,
    private readonly bus: CommandBus,
  ) {}

  /**
   * Begins them anew; may be repeated.
   * @param streams those that were left out of the log
   * @returns those among them that are there again
   */
  async beginAnew(streams: ReadonlySet<string>): Promise<readonly string[]> {
    const begun: string[] = [];
    for await (const page of logPages(this.store)) {
      for (const lost of page.flatMap((event) => lostIn(event, streams))) begun.push(...(await this.begin(lost)));
    }
    return begun;
  }

  private async begin({ event, parentId, index }: Lost): Promise<readonly string[]> {
    const { state } = await this.states.of('task').fresh(parentId);
    const childId = event.data.children[index]?.taskId;
    const child = state?.children.find(({ taskId }) => taskId === childId);
    // Of a child that had ended the parent knows, and waits for it no more.
    if (state === null || child?.ended !== null) return [];
    const parent: Parent = { taskId: parentId, state };
    try {
      await beginChild(event, { parent, index }, this.bus);
    } catch (error) {
      // A rule that refuses it would refuse it at every repetition, and a restore that never ends keeps everything else from the office.
      if (!isRefusedForGood(error)) throw error;
      return [];
    }
    return [`task-${child.taskId}`];
  }
}

function lostIn(stored: StoredEvent, streams: ReadonlySet<string>): readonly Lost[] {
  if (stored.type !== 'task.split') return [];
  const event = readEvent(stored);
  if (event.type !== 'task.split') return [];
  const parentId = stored.stream.slice('task-'.length);
  return event.data.children.flatMap(({ taskId }, index) =>
    streams.has(`task-${taskId}`) ? [{ event, parentId, index }] : [],
  );
}
