import { inChargeOf, inPractice, LEDGER_ID, OTHER_LEDGER_ID, PEOPLE, personWith, UNITS } from '../../testing';
import { type Actor, type Role } from '../shared/actor';
import { type Reach } from '../shared/reach';
import { type Operation, permittingPost, sightOf } from '.';

const TASK: Reach = {
  ledgerId: LEDGER_ID,
  leadUnitIds: [UNITS.health],
  supportUnitIds: [UNITS.finance],
  lineage: [UNITS.health, UNITS.finance, UNITS.office],
};
const person = (role: Role, unitId: string, ledgerId: string | null = null) =>
  personWith(0x50, '某人', role, unitId, ledgerId);
const may = (actor: Actor, operation: Operation, reach: Reach = TASK) =>
  permittingPost(actor, operation, reach) !== null;

describe('how far a post reaches', () => {
  it('own-unit: tasks that the unit leads or supports', () => {
    expect(may(person('reporter', UNITS.health), 'task.report')).toBe(true);
    expect(may(person('reporter', UNITS.finance), 'task.report')).toBe(true);
    expect(may(person('reporter', UNITS.insurance), 'task.report')).toBe(false);
    expect(may(person('reporter', UNITS.finance, LEDGER_ID), 'task.report')).toBe(true);
    expect(may(person('reporter', UNITS.finance, OTHER_LEDGER_ID), 'task.report')).toBe(false);
    expect(may(person('reporter', UNITS.health), 'task.accept', { ledgerId: LEDGER_ID })).toBe(false);
  });

  it('units-below: tasks of the unit and of those below it', () => {
    expect(may(person('leader', UNITS.office), 'task.read')).toBe(true);
    expect(may(person('leader', UNITS.health), 'task.read')).toBe(true);
    expect(may(person('leader', UNITS.healthDivision), 'task.read')).toBe(false);
    expect(may(person('leader', UNITS.office, OTHER_LEDGER_ID), 'task.read')).toBe(false);
  });

  it('units-below: of a leader with units in their charge those units, wherever the post stands, and no others', () => {
    const deputy = (...units: readonly string[]) => inChargeOf(person('leader', UNITS.insurance), ...units);
    for (const operation of ['task.read', 'task.instruct'] as const) {
      expect(may(deputy(UNITS.health), operation)).toBe(true);
      expect(may(deputy(UNITS.office), operation)).toBe(true);
      expect(may(deputy(UNITS.healthDivision), operation)).toBe(false);
      expect(may(inChargeOf(person('leader', UNITS.office), UNITS.insurance), operation)).toBe(false);
    }
    const charge = deputy(UNITS.health, UNITS.finance);
    expect(sightOf(charge, 'task.read')).toEqual([
      ...[UNITS.health, UNITS.finance].map((unitId) => ({ kind: 'unit', ledgerId: null, unitId, below: true })),
      // And what waits for the post by name, in whoever's charge it is.
      { kind: 'named', ledgerId: null, postId: charge.posts[0]?.postId },
    ]);
  });

  it('ledger: every task of the post’s ledger, or of all for a post without one', () => {
    expect(may(person('verifier', UNITS.insurance), 'task.verify')).toBe(true);
    expect(may(person('verifier', UNITS.insurance, LEDGER_ID), 'task.verify')).toBe(true);
    expect(may(person('verifier', UNITS.insurance, OTHER_LEDGER_ID), 'task.verify')).toBe(false);
  });

  it('log: what a ledger has, and for a post without one also what belongs to none', () => {
    const { office } = UNITS;
    expect(may(person('auditor', office), 'event.list', { ledgerId: LEDGER_ID })).toBe(true);
    expect(may(person('auditor', office), 'event.list', {})).toBe(true);
    expect(may(person('auditor', office, LEDGER_ID), 'event.list', { ledgerId: LEDGER_ID })).toBe(true);
    expect(may(person('auditor', office, LEDGER_ID), 'event.list', {})).toBe(false);
    expect(sightOf(person('auditor', office), 'event.list')).toEqual([
      { kind: 'ledger', ledgerId: null },
      { kind: 'register' },
    ]);
    expect(sightOf(person('auditor', office, LEDGER_ID), 'event.list')).toEqual([
      { kind: 'ledger', ledgerId: LEDGER_ID },
    ]);
  });

  it('register: what belongs to no ledger, and nothing of one', () => {
    const administrator = person('audit-administrator', UNITS.office);
    expect(may(administrator, 'event.list', {})).toBe(true);
    expect(may(administrator, 'event.list', { ledgerId: LEDGER_ID })).toBe(false);
    expect(sightOf(administrator, 'event.list')).toEqual([{ kind: 'register' }]);
  });

  it('all: posts without a ledger only', () => {
    expect(may(person('supervision-clerk', UNITS.office), 'ledger.create', {})).toBe(true);
    expect(may(person('supervision-clerk', UNITS.office, LEDGER_ID), 'ledger.create', {})).toBe(false);
  });

  it('any: whoever holds the role', () => {
    expect(may(person('security-administrator', UNITS.office, LEDGER_ID), 'account.grant-post', {})).toBe(true);
    expect(may(person('reporter', UNITS.office), 'account.grant-post', {})).toBe(false);
  });

  it('nobody without a post', () => {
    expect(may({ ...PEOPLE.clerk, posts: [] }, 'task.hang')).toBe(false);
  });
});

describe('a practice ledger', () => {
  const PRACTICE: Reach = { ...TASK, ledgerId: OTHER_LEDGER_ID, practice: true };
  const CASES: readonly (readonly [role: Role, unitId: string, operation: Operation])[] = [
    ['reporter', UNITS.health, 'task.accept'],
    ['reporter', UNITS.finance, 'task.report'],
    ['unit-head', UNITS.health, 'task.request-closure'],
    ['supervision-clerk', UNITS.office, 'task.assign'],
    ['supervision-clerk', UNITS.office, 'ledger.import'],
    ['verifier', UNITS.office, 'task.verify'],
    ['closer', UNITS.office, 'task.close'],
    ['leader', UNITS.office, 'task.read'],
    ['auditor', UNITS.office, 'task.events'],
  ];

  it.each(CASES)('is out of reach for a %s of all ledgers, or one named for it: %s %s', (role, unitId, operation) => {
    expect(may(person(role, unitId), operation, { ...PRACTICE, practice: false })).toBe(true);
    expect(may(person(role, unitId), operation, PRACTICE)).toBe(false);
    expect(may(person(role, unitId, OTHER_LEDGER_ID), operation, PRACTICE)).toBe(false);
  });

  it.each(CASES)('is all that a %s for practice reaches: %s %s', (role, unitId, operation) => {
    const player = inPractice(0x51, role, unitId, OTHER_LEDGER_ID);
    expect(may(player, operation, PRACTICE)).toBe(true);
    expect(may(player, operation, { ...PRACTICE, ledgerId: LEDGER_ID })).toBe(false);
    expect(may(player, operation, TASK)).toBe(false);
    expect(may(player, operation, { ...PRACTICE, practice: false })).toBe(false);
  });

  it('gives no right to what belongs to no ledger', () => {
    const clerk = inPractice(0x51, 'supervision-clerk', UNITS.office, OTHER_LEDGER_ID);
    const auditor = inPractice(0x51, 'auditor', UNITS.office, OTHER_LEDGER_ID);
    for (const operation of ['unit.create', 'unit.rename', 'unit.add-alias', 'ledger.create'] as const) {
      expect([operation, may(clerk, operation, {}), sightOf(clerk, operation)]).toEqual([operation, false, []]);
    }
    for (const operation of ['post.list', 'projection.list'] as const) {
      expect([operation, may(auditor, operation, {}), sightOf(auditor, operation)]).toEqual([operation, false, []]);
    }
  });

  it('lets its files be sent and its rows be seen', () => {
    const reporter = inPractice(0x51, 'reporter', UNITS.health, OTHER_LEDGER_ID);
    const auditor = inPractice(0x51, 'auditor', UNITS.office, OTHER_LEDGER_ID);
    expect(may(reporter, 'evidence.upload', {})).toBe(true);
    const own = { kind: 'ledger', ledgerId: OTHER_LEDGER_ID };
    for (const operation of ['ledger.list', 'inbox.read', 'task.list', 'task.events'] as const) {
      expect(sightOf(auditor, operation)).toEqual([own]);
    }
  });
});

describe('the post that is recorded', () => {
  it('is the one that permits the act, not the first that a person holds', () => {
    const head = { ...PEOPLE.unitHead, posts: [...PEOPLE.supportReporter.posts, ...PEOPLE.unitHead.posts] };
    expect(permittingPost(head, 'task.request-closure', TASK)).toEqual(PEOPLE.unitHead.posts[0]);
    expect(permittingPost(head, 'task.report', TASK)).toEqual(PEOPLE.supportReporter.posts[0]);
  });

  it('passes over a post of another ledger', () => {
    const two = {
      ...PEOPLE.clerk,
      posts: [
        ...person('supervision-clerk', UNITS.office, OTHER_LEDGER_ID).posts,
        ...person('supervision-clerk', UNITS.office, LEDGER_ID).posts,
      ],
    };
    expect(permittingPost(two, 'task.hang', TASK)?.ledgerId).toBe(LEDGER_ID);
  });
});

describe('what an actor may see', () => {
  it('is the own unit’s tasks, those of the units below, or whole ledgers', () => {
    const { health, office } = UNITS;
    expect(sightOf(person('reporter', health, LEDGER_ID), 'task.list')).toEqual([
      { kind: 'unit', ledgerId: LEDGER_ID, unitId: health, below: false },
    ]);
    expect(sightOf(person('leader', office), 'task.list')).toEqual([
      { kind: 'unit', ledgerId: null, unitId: office, below: true },
      { kind: 'named', ledgerId: null, postId: person('leader', office).posts[0]?.postId },
    ]);
    expect(sightOf(person('auditor', office), 'task.list')).toEqual([{ kind: 'ledger', ledgerId: null }]);
    expect(sightOf(person('auditor', office, LEDGER_ID), 'task.list')).toEqual([
      { kind: 'ledger', ledgerId: LEDGER_ID },
    ]);
  });

  it('adds up over posts', () => {
    const both = { ...PEOPLE.clerk, posts: [...PEOPLE.clerk.posts, ...PEOPLE.reporter.posts] };
    expect(sightOf(both, 'task.list').map(({ kind }) => kind)).toEqual(['ledger', 'unit']);
  });

  it('is nothing without a role that may', () => {
    expect(sightOf(person('system-administrator', UNITS.office), 'task.list')).toEqual([]);
    expect(sightOf({ ...PEOPLE.clerk, posts: [] }, 'task.list')).toEqual([]);
  });

  it('never reaches further than the permission does', () => {
    expect(sightOf(person('supervision-clerk', UNITS.office, LEDGER_ID), 'ledger.create')).toEqual([]);
    expect(sightOf(person('supervision-clerk', UNITS.office), 'ledger.create')).toEqual([
      { kind: 'ledger', ledgerId: null },
    ]);
  });
});
