import { randomUUID } from 'node:crypto';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { type Actor, compileCalendar, sightOf } from '#domain';
import { type Position } from '#event-store';
import { draftTask, noTask, PEOPLE, SAMPLE_CALENDAR, type TaskStory, usualActor } from '../../domain/testing';
import { type AccountNames, ProjectionsModule, QUERIES, type QueryDefinition, type QueryOperation } from '../src/index';
import { type LabDatabase, openProjectionLab, type ProjectionLab } from './projection-lab';

/** The default day on which the lab's questions are asked: that of the sample stories. */
export const TODAY = '2025-03-03';

/** Read models that follow a log, and somebody to ask them. */
export interface QueryLab {
  readonly lab: ProjectionLab;
  /** Asks as a person; what is answered is held against what is documented. */
  ask(operation: QueryOperation, input: object, actor: Actor, today?: string): Promise<unknown>;
  /** Writes a task's story. @returns the task's id, when the read models show it */
  tell(story: TaskStory, taskId?: string): Promise<string>;
  /** Waits until the read models show everything up to a position. */
  reach(position: Position): Promise<void>;
  close(): Promise<void>;
}

/** The people of the sample office have their names. */
const SAMPLE_NAMES: AccountNames = {
  namesOf: (accountIds) =>
    Promise.resolve(
      new Map(
        Object.values(PEOPLE).flatMap(({ accountId, name }) =>
          accountIds.includes(accountId) ? [[accountId, name] as const] : [],
        ),
      ),
    ),
};

/** A story of a task that has just been drafted. */
export function begun(change: Parameters<typeof draftTask>[0]): TaskStory {
  return noTask.after('task.draft', draftTask(change), { by: usualActor('task.draft') });
}

/** Makes the lab with every query of the house. */
export async function openQueryLab(createDatabase: () => Promise<LabDatabase>): Promise<QueryLab> {
  const lab = await openProjectionLab(createDatabase);
  const runner = await lab.run();
  const imports = [
    CqrsModule.forRoot(),
    ProjectionsModule.on({ store: lab.store, pool: lab.pool, accounts: SAMPLE_NAMES }),
  ];
  const module = await Test.createTestingModule({ imports }).compile();
  await module.init();
  const names = lab.projectors().map(({ name }) => name);
  const calendar = compileCalendar(SAMPLE_CALENDAR);
  const reach = (position: Position): Promise<void> => runner.waitFor(names, position, { timeoutMs: 20_000 });
  return {
    lab,
    reach,
    ask: async (operation, input, actor, today = TODAY) => {
      const context = { actor, sights: sightOf(actor, operation), today, calendar };
      const query = definitionOf(operation);
      const answer: unknown = await module.get(QueryBus).execute(query.forBus(input, context));
      expect(query.answer.safeParse(answer).error).toBeUndefined();
      return answer;
    },
    tell: async (story, taskId = randomUUID()) => {
      await reach(await lab.writer.write(`task-${taskId}`, ...story.history));
      return taskId;
    },
    close: async () => {
      await module.close();
      await lab.close();
    },
  };
}

function definitionOf(operation: QueryOperation): QueryDefinition {
  const query = QUERIES.find((each) => each.operation === operation);
  if (!query) throw new Error(`${operation} is no query`);
  return query;
}
