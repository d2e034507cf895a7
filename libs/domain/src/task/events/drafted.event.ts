import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { statusOf } from '../status-of';
import { newLimit } from '../limits';
import { contentSchema, SAMPLE_DRAFT, sourceClauseSchema } from '../task.content';
import { NOBODY } from '../task.state';
import { taskEvent } from '../task-event';
import { parentSchema } from '../task.parts';
import { type TaskState } from '../task.state';

const { source, ...content } = SAMPLE_DRAFT;

/**
 * A task came into a ledger: by an import, as its document was read, and no person has confirmed it; or by the split of another one, whose
 * serial it has. `serial` counts the ledger's tasks from 1.
 */
export const drafted = taskEvent({
  type: 'task.drafted',
  schema: z.strictObject({
    ledgerId: loggedIdSchema,
    /** The import that it came by; of a child that of its parent. */
    importId: loggedIdSchema,
    serial: z.int().positive(),
    source: sourceClauseSchema,
    content: contentSchema,
    /** The task that it was split from; left out for one of an import. */
    parent: parentSchema.optional(),
  }),
  sample: {
    ledgerId: '00000000-0000-4000-8000-000000000200',
    importId: '00000000-0000-4000-8000-000000000300',
    serial: 7,
    source,
    content,
  },
  touches: 'content',
  begin: ({ data, metadata: { recordedAt }, revision }) => {
    const { doubts: _doubts, limits, indicators, ...words } = data.content;
    // Written out in full: every rebuild folds every draft, and adding to a spread costs fifty times as much.
    const begun: Omit<TaskState, 'status'> = {
      title: words.title,
      body: words.body,
      leadUnitNames: words.leadUnitNames,
      supportUnitNames: words.supportUnitNames,
      limits: limits.map((limit) => newLimit(limit, recordedAt)),
      limitIds: limits.map(({ limitId }) => limitId),
      indicators: indicators.map((indicator) => ({ ...indicator, reading: null })),
      source: data.source,
      ledgerId: data.ledgerId,
      importId: data.importId,
      serial: data.serial,
      number: null,
      authority: null,
      parent: data.parent ?? null,
      children: [],
      splitRule: null,
      leads: [],
      supports: [],
      limitsConfirmed: null,
      assignment: null,
      rules: null,
      lanes: [],
      round: 0,
      levelPassed: 0,
      returned: false,
      ended: null,
      closing: null,
      lastReport: null,
      lastReportedAt: null,
      lookedAt: null,
      endMoves: [],
      climbs: 0,
      acceptance: [],
      evidence: [],
      lastUrgedOn: null,
      lastStepOn: null,
      participation: NOBODY,
      fired: [],
      unproposed: [],
      proposals: [],
      measures: [],
      instructions: [],
      delays: [],
      turns: [],
      turnsBegun: 0,
      spans: [],
      lastSteps: [],
      takenBack: [],
      restarts: [],
      revision,
      recordedAt,
      contentRevision: revision,
      stepRevision: revision,
    };
    return { ...begun, status: statusOf(begun) };
  },
  evolve: (state) => state,
});
