import { COMMAND_ROUTES } from '#contracts';
import { type Grant, PERMISSIONS } from '#domain';
import { assertTablesSound } from '#engine';
import { QUERIES } from '#projections';

/** Routes of their own controllers, which are neither in the table of commands nor in the list of queries. */
const OWN_CONTROLLERS = [
  'account.create',
  'account.list',
  'account.reset-password',
  'account.disable',
  'account.enable',
  'document.read',
  'evidence.upload',
  'evidence.read',
  'calendar.read',
  'health.read',
  'queue.read',
];

/** Done by the program, or as the second half of another command: no request asks for it. */
const NO_ROUTE = [
  'ledger.complete-import',
  'task.draft',
  'task.close',
  'task.fire-timer',
  'task.open-period',
  'number.use',
  'number.void',
  'post.grant-for-practice',
];

const commands: readonly string[] = COMMAND_ROUTES.map(({ operation }) => operation);
const queries: readonly string[] = QUERIES.map(({ operation }) => operation);

describe('routes and permissions', () => {
  it('are one table: every operation has a route or a reason for having none, and no route is without a line', () => {
    const routed = [...commands, ...queries, ...OWN_CONTROLLERS, ...NO_ROUTE];
    expect(routed.sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it('let nobody but the program do what has no route', () => {
    const lines: readonly (readonly [string, readonly Grant[]])[] = Object.entries(PERMISSIONS);
    for (const [operation, grants] of lines) {
      const people = grants.filter(([role]) => role !== 'engine');
      if (NO_ROUTE.includes(operation) && operation !== 'task.close')
        expect([operation, people]).toEqual([operation, []]);
      else expect([operation, people.length > 0]).toEqual([operation, true]);
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
