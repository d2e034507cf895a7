import { EMPTY_COURSE, type Course, type Step } from '../../telling';
import { wordingCorrections } from './wording-corrections';

const COURSE: Course = {
  ...EMPTY_COURSE,
  texts: { title: '推进分级诊断', body: '按季度报送' },
  limits: { L1: { words: '出台方案' } },
};

function step(changes: object, { act = 'task.correct-record', undone = false, course = COURSE, id = '1' } = {}): Step {
  return {
    text: '',
    done: '',
    title: '',
    gist: '',
    quote: '',
    note: '',
    course,
    undone,
    entry: {
      revision: 1,
      position: '1',
      eventId: id,
      commandId: '',
      act,
      type: 'task.content-changed',
      recordedAt: '2021-12-31T02:00:00.000Z',
      occurredOn: null,
      actor: { accountId: '', name: '周敏', role: 'supervision-clerk', unitId: null, unitName: null },
      units: [],
      files: [],
      children: [],
      people: [],
      concerns: null,
      passwordResetAt: null,
      data: { changes, reason: '录入有误' },
      hash: '',
      ledgerKind: 'reform',
    },
  };
}

describe('the corrections of a task’s words', () => {
  it('stand at the words that they changed, with the former ones', () => {
    const corrected = step({ title: '推进分级诊疗', limits: [{ limitId: 'L1', what: '印发方案' }] });
    const about = { key: '1', on: '2021-12-31', by: '周敏', reason: '录入有误' };
    expect(wordingCorrections([corrected])).toEqual({
      title: [{ ...about, former: '推进分级诊断' }],
      body: [],
      limits: { L1: [{ ...about, former: '出台方案' }] },
    });
  });

  it('are told the newest first', () => {
    const later = { ...COURSE, texts: { ...COURSE.texts, title: '推进分级诊疗' } };
    const steps = [step({ title: '推进分级诊疗' }), step({ title: '推进分级诊疗制度' }, { course: later, id: '2' })];
    expect(wordingCorrections(steps).title.map(({ former }) => former)).toEqual(['推进分级诊疗', '推进分级诊断']);
  });

  it('say so where the former words have not been read', () => {
    const unread = { ...EMPTY_COURSE, limits: { L1: { words: '印发方案' } } };
    const steps = [step({ body: '按月报送', limits: [{ limitId: 'L1', what: '印发方案' }] }, { course: unread })];
    expect(wordingCorrections(steps)).toMatchObject({ body: [{ former: null }], limits: { L1: [{ former: null }] } });
  });

  it('are only those of the record of an ended task, and none that was taken back', () => {
    const steps = [step({ title: '甲' }, { act: 'task.correct' }), step({ title: '乙' }, { undone: true })];
    expect(wordingCorrections(steps)).toEqual({ title: [], body: [], limits: {} });
  });
});
