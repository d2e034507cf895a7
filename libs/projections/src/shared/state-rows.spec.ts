import { z } from 'zod';
import { AGGREGATES, TASK_STATUSES, type TaskState, taskStateSchema } from '#domain';
import { seededRandom } from '#testing';
import { stateOf, taskIn } from '../../../domain/testing';
import { randomHistory } from '../../testing';

const SEED = Number(process.env.SEED ?? 20_250_303);

/** Writes a state and reads it back; what is read back is written just the same. */
function expectToComeBack(state: TaskState): void {
  const stored: unknown = JSON.parse(JSON.stringify(state));
  const back = taskStateSchema.parse(stored);
  expect(back).toEqual(state);
  expect(JSON.parse(JSON.stringify(back))).toEqual(stored);
}

/** The names of a schema's parts, those of parts of parts too. */
function partsOf(schema: z.ZodType): string[] {
  const names = new Set<string>();
  z.toJSONSchema(schema, {
    override: ({ path, jsonSchema: { properties = {} } }) => {
      const whole = path.filter((_part, index) => path[index - 1] === 'properties');
      for (const part of Object.keys(properties)) names.add([...whole, part].join('.'));
    },
  });
  return [...names].sort();
}

describe('stored state', () => {
  it.each(TASK_STATUSES)('comes back as it was: %s', (status) => {
    expectToComeBack(stateOf(taskIn(status)));
  });

  it(`comes back as it was after every event of random lives (seed ${SEED})`, () => {
    const chance = seededRandom(SEED);
    for (let life = 1; life <= 30; life += 1) {
      const history = randomHistory(chance, life, 25);
      let state: TaskState | null = null;
      for (const [index, event] of history.entries()) {
        state = AGGREGATES.task.evolve(state, event, history.slice(0, index));
        if (state) expectToComeBack(state);
      }
    }
  });

  it.each([
    ['a status that there is not', { status: 'nowhere' }],
    ['a part that is missing', { lanes: undefined }],
    ['a part that it does not have', { taskNumber: 'YG2025-001' }],
    ['a limit of another shape', { limits: [{ limitId: 'L1', due: '2025-06-30' }] }],
  ])('refuses %s', (_what, change) => {
    const stored: unknown = JSON.parse(JSON.stringify({ ...stateOf(taskIn('underway')), ...change }));
    expect(() => taskStateSchema.parse(stored)).toThrow();
  });

  it('has the shape that rows were written with', () => {
    // Rows keep states. When this changes, raise the version of the tasks projection, so that they are written anew.
    expect(partsOf(taskStateSchema)).toMatchSnapshot();
  });
});
