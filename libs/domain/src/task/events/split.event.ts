import { z } from 'zod';
import { daySchema } from '../../calendar';
import { lineSchema, loggedIdSchema, optionalLineSchema, textSchema } from '../../shared/schema';
import { MOST_CHILDREN } from '../children';
import { SAMPLE_DRAFT } from '../task.content';
import { subjectOf } from '../same-child';
import { taskEvent } from '../task-event';
import { limitMoved } from './limit-moved.event';
import {
  authoritySchema,
  indicatorsSchema,
  limitsSchema,
  MAX_OBLIGATIONS,
  parentSchema,
  splitRuleSchema,
} from '../task.parts';

const { title, body, limits, indicators } = SAMPLE_DRAFT;

/** What a task is about, without its units. */
const partSchema = z.strictObject({
  title: lineSchema(500),
  body: textSchema(20_000, 0),
  limits: limitsSchema,
  indicators: indicatorsSchema,
});

const UNENDED = { ended: null, outcome: null, endedOn: null };

/** A task was split (分解) into tasks of their own: for units, for periods, or for measures. The engine makes each of them. */
export const split = taskEvent({
  type: 'task.split',
  schema: z.strictObject({
    splitId: loggedIdSchema,
    by: z.enum(['units', 'periods', 'measures']),
    /** The name of the list of units that was used, to be offered again; empty: none. */
    listName: optionalLineSchema(60),
    /** What every child has that has nothing of its own. */
    content: partSchema,
    /** The periods of its recurring limits that are due on another day than their rhythm gives. */
    moves: z.array(limitMoved.schema).max(MAX_OBLIGATIONS),
    children: z
      .array(
        z.strictObject({
          taskId: loggedIdSchema,
          number: lineSchema(60),
          place: parentSchema.shape.place,
          leads: z.array(loggedIdSchema).min(1).max(20),
          supports: z.array(loggedIdSchema).max(100),
          /** What it has of its own. */
          own: partSchema.partial(),
        }),
      )
      .min(1)
      .max(MOST_CHILDREN),
    rule: splitRuleSchema,
    authority: authoritySchema,
    requirements: textSchema(4_000, 0),
    replyBy: daySchema.nullable(),
    on: daySchema,
  }),
  sample: {
    splitId: '00000000-0000-4000-8000-000000000c00',
    by: 'units',
    listName: '各县区',
    content: { title, body, limits, indicators },
    moves: [],
    children: [
      {
        taskId: '00000000-0000-4000-8000-000000000001',
        number: 'YL2021-001-01',
        place: '01',
        leads: ['00000000-0000-4000-8000-000000000a03'],
        supports: [],
        own: { title: '推进分级诊疗制度建设（松河县）' },
      },
    ],
    rule: { progress: 'average', indicators: [{ indicatorId: 'I1', rule: 'average' }] },
    authority: { kind: 'document', reference: '云政发〔2021〕3号' },
    requirements: '',
    replyBy: null,
    on: '2021-03-08',
  },
  touches: 'steps',
  evolve: (state, { data: { by, children, rule }, metadata: { actor } }) => {
    const splitBy = actor.role === 'unit-head' ? actor.unitId : null;
    const begun = children.map(({ taskId, number, leads, own }) => {
      return { taskId, number, splitBy, leads, subject: subjectOf(by, own), ...UNENDED };
    });
    return { ...state, children: [...state.children, ...begun], splitRule: rule };
  },
});
