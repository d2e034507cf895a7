import { z } from 'zod';
import { daySchema } from '../../calendar';
import { type Grant, OFFICE } from '../../shared/grant';
import { freeTextSchema, withoutPrivateData } from '../../shared/private-data';
import { isRejection, reject } from '../../shared/rejection';
import { idSchema, lineSchema, optionalLineSchema, textSchema } from '../../shared/schema';
import { confirmedFault, unitsFault } from '../checks';
import { childIdOf, childNumbers, levelOf, MOST_CHILDREN, MOST_LEVELS } from '../children';
import { inherited } from '../inherited';
import { leadLanes } from '../lanes';
import { pastDaysSchema } from '../past-days';
import { splitFault } from '../split-checks';
import { settledParts } from '../split-days';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { indicatorsSchema, limitsSchema, splitRuleSchema } from '../task.parts';

/** The office, and the head of a lead unit, to units below it. */
const SPLITTERS: readonly Grant[] = [...OFFICE, ['unit-head', 'own-unit']];

const childInput = z.strictObject({
  leadUnitIds: z.array(idSchema).min(1).max(20),
  supportUnitIds: z.array(idSchema).max(100).default([]),
  // What the child has of its own; left out, it has what its parent has now.
  title: lineSchema(500).optional(),
  body: textSchema(20_000, 0).optional(),
  limits: limitsSchema.optional(),
  indicators: indicatorsSchema.optional(),
});

const TOO_DEEP = reject('TASK.SPLIT_TOO_DEEP', `任务最多逐级分解${MOST_LEVELS}级，请在本级直接交办。`);
const CLAIMED = reject('TASK.UNDER_CHECK', '牵头单位已申请销号，不能再分解，请先退回或由其撤回申请。');
const TOO_MANY = reject('TASK.TOO_MANY_CHILDREN', `一项任务最多分解为${MOST_CHILDREN}项子任务，请分级分解。`);

/** 分解: a task becomes tasks of their own for units, periods or measures. Each is assigned at once, lives and closes alone. */
export const splitTask = taskAct({
  type: 'task.split',
  word: '分解',
  command: z.strictObject({
    by: z.enum(['units', 'periods', 'measures']),
    children: withoutPrivateData(z.array(childInput).min(1).max(MOST_CHILDREN), (children) =>
      children.map(({ leadUnitIds: _leads, supportUnitIds: _supports, ...texts }) => texts),
    ),
    rule: splitRuleSchema,
    /** Keeps the units of the split under a name (各县区), to be offered again. */
    listName: withoutPrivateData(optionalLineSchema(60), (name) => name).default(''),
    requirements: freeTextSchema(4_000, 0).default(''),
    replyBy: daySchema.nullable().default(null),
    /** Asked for where a child would get a day that is over already: moved, or kept. */
    pastDays: pastDaysSchema.optional(),
    ...stepFields,
  }),
  sample: {
    by: 'units',
    children: [{ leadUnitIds: ['00000000-0000-4000-8000-000000000104'] }],
    rule: { progress: 'average', indicators: [] },
    pastDays: 'keep',
  },
  grants: SPLITTERS,
  offered: 'side',
  from: ['hung', ...RUNNING],
  to: ['same'],
  withdrawable: false,
  edits: ['content', 'steps'],
  needs: ({ children }) => {
    const units = children.flatMap(({ leadUnitIds, supportUnitIds }) => [...leadUnitIds, ...supportUnitIds]);
    return { units, lineageOf: units };
  },
  guard: (state, { actor }) => {
    if (levelOf(state) >= MOST_LEVELS) return TOO_DEEP;
    const leads = leadLanes(state);
    // A lead splits its own part, whatever another lead has asked for.
    const own = leads.filter(({ unitId }) => unitId === actor.unitId);
    if ((own.length > 0 ? own : leads).some(({ claim }) => claim !== null)) return CLAIMED;
    // Before the assignment nobody has stood by units and limits yet.
    const unconfirmed = state.lanes.length === 0 ? confirmedFault(state) : null;
    return unconfirmed ?? (state.children.length >= MOST_CHILDREN ? TOO_MANY : null);
  },
  decide: (state, { by, children, rule, listName, requirements, replyBy, pastDays, occurredOn }, circumstances) => {
    const { today, facts, newId, actor } = circumstances;
    const { authority } = state;
    if (state.children.length + children.length > MOST_CHILDREN) return TOO_MANY;
    const units = children.map(({ leadUnitIds, supportUnitIds }) => unitsFault(leadUnitIds, supportUnitIds, facts));
    const fault =
      units.find((each) => each !== null) ?? splitFault(state, { by, children, rule, replyBy }, circumstances);
    if (fault) return fault;
    if (authority === null) throw new Error("a task on the account was hung on somebody's word");
    // The lists are the office's.
    const byHead = actor.role === 'unit-head';
    const kept = byHead ? '' : listName;
    const { content, moves } = inherited(state, byHead ? actor.unitId : null, pastDays, today);
    const parts = settledParts({ content, children }, pastDays, today);
    if (isRejection(parts)) return parts;
    const splitId = newId();
    const made = parts.children.map(({ leadUnitIds: leads, supportUnitIds: supports, ...own }, index) => ({
      taskId: childIdOf(splitId, index),
      ...childNumbers(state, index),
      leads,
      supports,
      own,
    }));
    const told = {
      splitId,
      by,
      listName: kept,
      content: parts.content,
      moves,
      children: made,
      rule,
    };
    const on = occurredOn ?? today;
    return [{ type: 'task.split', data: { ...told, authority, requirements, replyBy, on } }];
  },
});
