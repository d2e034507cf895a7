import { COMMAND_ROUTES } from '#contracts';
import { ACTS, PERMISSIONS } from '#domain';
import { assertTablesSound } from '#engine';
import { QUERIES } from '#projections';

/** Routes of their own controllers, which are neither in the table of commands nor in the list of queries. */
const OWN_CONTROLLERS = [
  'account.create',
  'account.list',
  'account.reset-password',
  'unit-staffing.list',
  'post-gap.list',
  'post-gap.preview',
  'document.read',
  'evidence.upload',
  'evidence.read',
  'calendar.read',
  'policy.preview',
  'health.read',
  'queue.read',
];

/** Acts of the program itself: no request asks for them. */
const OF_THE_ENGINE: readonly string[] = ACTS.filter(({ grants }) => grants.every(([role]) => role === 'engine')).map(
  ({ type }) => type,
);

const commands: readonly string[] = COMMAND_ROUTES.map(({ operation }) => operation);
const queries: readonly string[] = QUERIES.map(({ operation }) => operation);

describe('routes and permissions', () => {
  it('are one table: every operation is routed or the program’s own, and no route is without a line', () => {
    const routed = [...commands, ...queries, ...OWN_CONTROLLERS, ...OF_THE_ENGINE];
    expect(routed.sort()).toEqual([...PERMISSIONS.keys()].sort());
  });

  it('are for people: what is routed is granted to somebody beside the program', () => {
    for (const operation of [...commands, ...queries, ...OWN_CONTROLLERS]) {
      const people = (PERMISSIONS.get(operation) ?? []).filter(([role]) => role !== 'engine');
      expect([operation, people.length > 0]).toEqual([operation, true]);
    }
  });

  it('pass the check that the program makes before it starts', () => {
    expect(() => assertTablesSound([...commands, ...queries, ...OWN_CONTROLLERS])).not.toThrow();
  });

  it('have one address for one operation', () => {
    const posts = COMMAND_ROUTES.map(({ path }) => `POST ${path}`);
    const gets = QUERIES.map(({ path }) => `GET ${path}`);
    const shapes = [...posts, ...gets].map((address) => address.replaceAll(/:\w+/gu, ':id'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
