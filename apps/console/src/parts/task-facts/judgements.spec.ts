import { type TimelineEntry } from '../../api/answer';
import { courseOf, type Step } from '../../telling';
import { filesSeen, judgementsOf, metOf } from './judgements';

const UNIT = { unitId: '00000000-0000-4000-8000-0000000000a1', name: '市卫健局' };
const FILE = { hash: 'a'.repeat(64), fileName: '实施方案.pdf', mediaType: 'application/pdf', size: 2_048 };
const MET = { lane: UNIT.unitId, limitId: 'L1', period: null, on: '2021-06-30', recordedOn: '2021-07-20' };
const SAW = { revision: 7, digest: 'd'.repeat(64), met: [MET], evidence: [FILE.hash] };
const PASSED = {
  level: 1,
  on: '2021-12-15',
  conclusion: '资料属实',
  acceptance: [{ criterion: '措施全部完成', met: true, note: '' }],
  saw: SAW,
};
const CLOSED = {
  number: '云医改销〔2021〕1号',
  outcome: 'rectified',
  statement: '同意销号',
  owed: [],
  saw: { ...SAW, revision: 8 },
  on: '2021-12-20',
  closedBy: { accountId: '00000000-0000-4000-8000-0000000000b1', name: '李主任' },
};

function step(type: string, data: TimelineEntry['data'], undone = false): Step {
  return {
    text: '',
    done: '',
    title: '',
    gist: '',
    quote: '',
    note: '',
    course: courseOf([{ limitId: 'L1', sourceText: '', what: '出台实施方案' }], []),
    undone,
    entry: {
      revision: 1,
      position: '1',
      eventId: type,
      commandId: '',
      act: '',
      type,
      recordedAt: '2021-12-15T02:00:00.000Z',
      occurredOn: null,
      actor: { accountId: '', name: '秦月', role: 'verifier', unitId: null, unitName: null },
      units: [UNIT],
      files: [FILE],
      children: [],
      people: [],
      concerns: null,
      passwordResetAt: null,
      data,
      hash: '',
      ledgerKind: 'reform',
    },
  };
}

describe('the judgements of a task', () => {
  it('are its checks and its closing, the newest first, without what was taken back or cannot be read', () => {
    const judged = judgementsOf([
      step('check.passed', { ...PASSED, conclusion: '误核' }, true),
      step('check.passed', PASSED),
      step('lane.reported', {}),
      step('check.passed', { level: 1 }),
      step('task.closed', CLOSED),
    ]);
    expect(judged.map(({ words, on, saw }) => [words, on, saw.revision])).toEqual([
      ['同意销号', '2021-12-20', 8],
      ['资料属实', '2021-12-15', 7],
    ]);
    expect(judged.map(({ signed }) => signed)).toEqual([
      { outcome: 'rectified', number: '云医改销〔2021〕1号', owedCount: 0, owedReason: null },
      null,
    ]);
  });

  it('say why it was closed though something was owed', () => {
    const owed = [{ lane: UNIT.unitId, limitId: 'L2', period: null }];
    const [closed] = judgementsOf([step('task.closed', { ...CLOSED, owed, owedReason: '政策已调整' })]);
    expect(closed?.signed).toMatchObject({ owedCount: 1, owedReason: '政策已调整' });
  });

  it('name what was done as it was called then, with its unit and both days, and the files with the report that brought them', () => {
    const [passed] = judgementsOf([step('check.passed', PASSED)]);
    if (!passed) throw new Error('there is a judgement');
    expect(metOf(passed)).toEqual([{ ...MET, name: '出台实施方案', unitName: '市卫健局' }]);
    const reported = { file: FILE, on: '2021-06-20', unitName: '市卫健局' };
    expect(filesSeen(passed, [reported])).toEqual([reported]);
    expect(filesSeen(passed, [])).toEqual([{ file: FILE, on: '', unitName: '' }]);
  });
});
