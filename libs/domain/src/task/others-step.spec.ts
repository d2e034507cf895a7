import {
  circumstancesOf,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  personWith,
  soundBody,
  staffOf,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  withTwoLeads,
} from '../../testing';
import { type Actor } from '../shared/actor';
import { type KnownPost } from '../shared/staff';
import { TASK_ACTS } from './acts';
import { whyNotNow } from './admit';
import { type TaskStatus } from './status';
import { type Asking, askingOf, type TaskActTraits } from './task-act';

type AnyAct = TaskActTraits & (typeof TASK_ACTS)[keyof typeof TASK_ACTS];
const ACTS: readonly AnyAct[] = Object.values(TASK_ACTS);

/** What a person is told of acts that no post of theirs permits, each with its word. */
function told(story: TaskStory, { posts }: Actor): Record<string, string> {
  const [post] = posts;
  if (!post) throw new Error('nobody');
  const others = ACTS.filter(({ grants }) => !grants.some(([role]) => role === post.role));
  return Object.fromEntries(others.flatMap((act) => sentence(act, story, post)));
}

function sentence(act: AnyAct, story: TaskStory, post: Actor['posts'][number]): [string, string][] {
  const said = act.othersStep?.(stateOf(story), post) ?? null;
  return said === null ? [] : [[act.word, said]];
}

/** The sample task with the given status; its steps are of 2025-03-03. */
const at = (status: TaskStatus) => taskIn(status);
const WHO = {
  reporter: PEOPLE.reporter,
  head: PEOPLE.unitHead,
  clerk: PEOPLE.clerk,
  verifier: PEOPLE.verifier,
  closer: PEOPLE.closer,
  leader: PEOPLE.leader,
  auditor: PEOPLE.auditor,
} as const;

describe('what people look for and is not theirs', () => {
  it.each([
    ['assigned', { reporter: ['更正'], head: ['更正'], clerk: [], verifier: [], closer: [], leader: ['催办'] }],
    [
      'underway',
      {
        reporter: ['缓办', '更正', '申请销号'],
        head: ['缓办', '更正'],
        clerk: [],
        verifier: [],
        closer: [],
        leader: ['催办'],
      },
    ],
    [
      'closure-requested',
      {
        reporter: ['更正', '核验通过', '销号'],
        head: ['更正', '核验通过', '销号'],
        clerk: ['核验通过', '退回', '销号'],
        verifier: ['销号'],
        closer: ['核验通过'],
        leader: ['核验通过', '销号'],
      },
    ],
    [
      'verified',
      {
        reporter: ['更正', '销号'],
        head: ['更正', '销号'],
        clerk: ['退回', '销号'],
        verifier: ['销号'],
        closer: [],
        leader: ['销号'],
      },
    ],
    ['closed', { reporter: [], head: [], clerk: [], verifier: [], closer: [], leader: [] }],
  ] as const satisfies readonly (readonly [TaskStatus, Partial<Record<keyof typeof WHO, readonly string[]>>])[])(
    'is told by name of who does it: %s',
    (status, expected) => {
      const all: Readonly<Record<string, readonly string[]>> = { ...expected, auditor: [] };
      for (const [who, words] of Object.entries(all)) {
        const person = Object.entries(WHO).find(([name]) => name === who)?.[1] ?? PEOPLE.engine;
        const said = told(at(status), person);
        expect([who, Object.keys(said).sort()]).toEqual([who, [...words].sort()]);
        for (const each of Object.values(said)) expect(each).toMatch(/由|请/);
      }
    },
  );

  it('is asking for closure for a reporter: the head of the unit does it, and now where all is done', () => {
    const report = (body: object) => at('underway').after('task.report', { progress: '推进', ...body }, OF_HEALTH);
    expect(told(report({}), PEOPLE.reporter)['申请销号']).toBe('申请销号由本单位负责人在全部完成后办理。');
    expect(told(report({ percent: 100 }), PEOPLE.reporter)['申请销号']).toBe(
      '各项要求都已完成，请本单位负责人申请销号。',
    );
  });

  it('says since when it lies with whoever checks or closes', () => {
    expect(told(at('closure-requested'), PEOPLE.clerk)['核验通过']).toBe('核验由核验人办理，自 2025-03-03 起待核验。');
    expect(told(at('verified'), PEOPLE.verifier)['销号']).toBe('销号由销号签批人办理，自 2025-03-03 起待签批。');
  });

  it('says who decides what a unit asked for, and by when, and nothing of what another unit asked for', () => {
    const asked = at('underway').after('task.extend', soundBody('task.extend'), OF_HEALTH);
    expect(told(asked, PEOPLE.reporter)['审批']).toBe(
      '2025-03-03 提出的申请由督查部门或分管领导审批，应于 2025-03-10 前答复。',
    );
    expect(told(asked, PEOPLE.supportReporter)).not.toHaveProperty('审批');
  });
});

describe('a step of a unit while others have the task in hand', () => {
  const whyNot = (story: TaskStory, type: keyof typeof TASK_ACTS, by: Actor) =>
    whyNotNow(TASK_ACTS[type], stateOf(story), askingOf(circumstancesOf(by)))?.message ?? null;

  it('is refused with who has it, and since when', () => {
    for (const act of ['task.extend', 'task.report'] as const) {
      expect(whyNot(at('closure-requested'), act, PEOPLE.reporter)).toMatch(
        /^任务现为“初核中”（自 2025-03-03 起待核验人核验），“退回整改”时才能/,
      );
    }
  });

  it('is refused with the day of the request for closure, while another lead goes on', () => {
    const claimed = withTwoLeads
      .after('task.report', soundBody('task.report'), OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead });
    expect(whyNot(claimed, 'task.extend', PEOPLE.reporter)).toMatch(
      /^本单位已于 2025-\d\d-\d\d 申请销号，如需补充或延期，请由单位负责人先撤回申请。$/,
    );
  });
});

describe('a person whom the separation of duties keeps from a step', () => {
  const named = (...people: readonly Actor[]): readonly KnownPost[] =>
    people.flatMap((person) => staffOf([person]).map((post) => ({ ...post, name: person.name })));
  const requested = at('closure-requested');
  const whyNot = (by: Actor, staff: readonly KnownPost[] | null): string | null => {
    const asking: Asking = { ...askingOf(circumstancesOf(by)), staff };
    return whyNotNow(TASK_ACTS['task.verify'], stateOf(requested), asking)?.message ?? null;
  };
  /** The clerk who assigned the task, a verifier too. */
  const assigner = { ...PEOPLE.clerk, posts: [...PEOPLE.verifier.posts, ...PEOPLE.clerk.posts] };
  const WHY = '本任务由您交办或分解，核验须由其他人员进行。';

  it('is told who can do it instead, and nobody who may not either', () => {
    const barred = personWith(0x41, '本单位核验人', 'verifier', UNITS.health);
    const elsewhere = named(personWith(0x42, '外账核验人', 'verifier', UNITS.office)).map((post) => ({
      ...post,
      elsewhere: true,
    }));
    expect(whyNot(assigner, [...named(assigner, barred, PEOPLE.verifier, PEOPLE.closer), ...elsewhere])).toBe(
      `${WHY}可由初核甲核验。`,
    );
  });

  it('is told that nobody else can, and who mends that', () => {
    expect(whyNot(assigner, named(assigner, PEOPLE.closer))).toBe(
      `${WHY}目前没有其他可核验的人员，请联系安全管理员增设核验人岗位。`,
    );
    expect(whyNot(assigner, null)).toBe(WHY);
  });
});

describe('a measure that another leader decides by name', () => {
  const proposed = passedTo(taskIn('underway'), '2025-07-14');
  const other = personWith(0x31, '另一领导', 'leader', UNITS.office);
  const whyNot = (by: Actor, held: readonly Actor[]): string | null => {
    const staff = held.flatMap((person) => staffOf([person]).map((post) => ({ ...post, name: person.name })));
    const lineage = new Map([[UNITS.health, [UNITS.health, UNITS.office]]]);
    const asking: Asking = { ...askingOf(circumstancesOf(by)), staff, lineage };
    return whyNotNow(TASK_ACTS['task.decide-proposal'], stateOf(proposed), asking)?.message ?? null;
  };

  it('stands closed for other leaders, with the name of the one who decides', () => {
    expect(whyNot(other, [PEOPLE.leader, other])).toBe('该建议已报主要领导决定，请由主要领导审批。');
    expect(whyNot(PEOPLE.leader, [PEOPLE.leader, other])).toBeNull();
    expect(whyNot(other, [other])).toBeNull();
  });

  it('stands closed for the office too, which learnt so only when it sent the form', () => {
    expect(whyNot(PEOPLE.secondClerk, [PEOPLE.leader])).toBe(
      '通报、约谈、挂牌督办由分管领导决定，本项已报主要领导审批。',
    );
  });
});
