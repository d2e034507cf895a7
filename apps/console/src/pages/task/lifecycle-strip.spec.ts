import { TASK_STATUSES, type TaskStatus } from '#domain';
import { type Lane } from '../../parts/lanes';
import { aLane } from '../../parts/lanes.fixture';
import { holderOf, mainWay, strip } from './lifecycle-strip';

const lane = (name: string, stand: Partial<Lane> = {}): Lane => aLane(name, name, stand);
const answerIn = (status: TaskStatus): Lane['answer'] => (status === 'assigned' ? 'waiting' : 'accepted');
const shown = (status: TaskStatus, reached: readonly TaskStatus[] = []): string =>
  strip(status, reached)
    .map(({ word, at }) => (at === 'now' ? `[${word}]` : at === 'done' ? word : `(${word})`))
    .join(' ');

describe('the strip of the lifecycle', () => {
  it('takes its main way from the table', () => {
    expect(mainWay()).toEqual(['draft', 'hung', 'assigned', 'underway', 'closure-requested', 'verified', 'closed']);
    expect(
      mainWay({
        go: { from: ['draft'], to: ['underway'] },
        end: { from: ['underway'], to: ['closed'] },
        drop: { from: ['draft', 'underway'], to: ['voided'] },
      }),
    ).toEqual(['draft', 'underway', 'closed']);
  });

  it.each<[TaskStatus, readonly TaskStatus[], string]>([
    ['draft', [], '[待确认] (待交办) (待签收) (办理中) (初核中) (待销号) (已销号)'],
    ['underway', [], '待确认 待交办 待签收 [办理中] (初核中) (待销号) (已销号)'],
    ['closed', [], '待确认 待交办 待签收 办理中 初核中 待销号 [已销号]'],
    ['declined', [], '待确认 待交办 [退件] (待签收) (办理中) (初核中) (待销号) (已销号)'],
    ['returned', [], '待确认 待交办 待签收 办理中 [退回整改] (初核中) (待销号) (已销号)'],
    [
      'suspended',
      ['draft', 'hung', 'assigned', 'underway'],
      '待确认 待交办 待签收 办理中 [缓办] (初核中) (待销号) (已销号)',
    ],
    ['terminated', ['draft', 'hung', 'assigned', 'underway'], '待确认 待交办 待签收 办理中 [终止]'],
    ['voided', ['draft'], '待确认 [作废]'],
  ])('shows %s', (status, reached, text) => {
    expect(shown(status, reached)).toBe(text);
  });

  it('shows every status exactly once as where it stands', () => {
    for (const status of TASK_STATUSES) {
      expect(
        strip(status)
          .filter(({ at }) => at === 'now')
          .map((each) => each.status),
      ).toEqual([status]);
    }
  });

  it.each<[TaskStatus, string | null]>([
    ['draft', '督查员'],
    ['hung', '督查员'],
    ['assigned', '市医保局'],
    ['declined', '督查员'],
    ['underway', '市医保局'],
    ['returned', '市医保局'],
    ['suspended', '督查员'],
    ['closure-requested', '核验人'],
    ['verified', '销号签批人'],
    ['closed', null],
    ['voided', null],
  ])('says who holds a task that is %s', (status, who) => {
    expect(holderOf({ status, lanes: [lane('市医保局', { answer: answerIn(status) })] })).toBe(who);
  });

  it('names of two leads the one that is still to accept, and the one that is still to ask for closure', () => {
    const accepted = { answer: 'accepted' } as const;
    const asked = { ...accepted, claimedOn: '2021-09-01' };
    const holder = (status: TaskStatus, one: Partial<Lane>, other: Partial<Lane>) =>
      holderOf({ status, lanes: [lane('市医保局', one), lane('市卫健局', other)] });
    expect(holder('assigned', {}, {})).toBe('市医保局、市卫健局');
    expect(holder('assigned', accepted, {})).toBe('市卫健局');
    expect(holder('underway', accepted, accepted)).toBe('市医保局、市卫健局');
    expect(holder('underway', accepted, asked)).toBe('市医保局');
    expect(holder('returned', asked, accepted)).toBe('市卫健局');
  });
});
