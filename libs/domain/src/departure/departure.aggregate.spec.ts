import { actedBy, NO_FACTS, PEOPLE, Story, testId } from '../../testing';
import { type Administrator, AGGREGATES } from '..';

const { departure: aggregate } = AGGREGATES;
const [ONE, OTHER, THIRD] = [testId(0x31), testId(0x32), testId(0x33)];
const system = (accountId: string): Administrator => ({ accountId, role: 'system-administrator' });
const security = (accountId: string): Administrator => ({ accountId, role: 'security-administrator' });
const among = (...administrators: Administrator[]) =>
  new Story({ aggregate, acts: aggregate.acts, facts: { ...NO_FACTS, administrators }, actor: PEOPLE.engine });

const by = actedBy(PEOPLE.systemAdministrator);
const disabling = (accountId: string) => ({ accountId, role: null, leaving: { act: 'account.disable' }, by }) as const;
const revoking = (accountId: string, role: Administrator['role']) =>
  ({ accountId, role, leaving: { act: 'account.revoke-post', postId: testId(0x91), reason: '调离' }, by }) as const;
const commandOf = (story: ReturnType<typeof among>, index = 0): string =>
  story.history[index]?.metadata.commandId ?? '';

describe('the departures of administrators', () => {
  const two = among(system(ONE), system(OTHER), security(THIRD));

  it('begin where somebody able stays in each role', () => {
    two.when('departure.begin', disabling(ONE)).then(['departure.begun']);
    two.when('departure.begin', disabling(THIRD)).then('ACCOUNT.LAST_ADMINISTRATOR');
    two.when('departure.begin', revoking(THIRD, 'security-administrator')).then('ACCOUNT.LAST_ADMINISTRATOR');
  });

  it('count at once: the second of two is refused, though the account of the first does not say so yet', () => {
    const begun = two.after('departure.begin', disabling(ONE));
    begun.when('departure.begin', disabling(OTHER)).then('ACCOUNT.LAST_ADMINISTRATOR');
    begun.when('departure.begin', revoking(OTHER, 'system-administrator')).then('ACCOUNT.LAST_ADMINISTRATOR');
  });

  it('take from an account only the role that goes; a disabling takes all of them', () => {
    const both = among(system(ONE), security(ONE), system(OTHER), security(THIRD));
    const role = both.after('departure.begin', revoking(ONE, 'system-administrator'));
    role.when('departure.begin', disabling(THIRD)).then(['departure.begun']);
    role.when('departure.begin', disabling(OTHER)).then('ACCOUNT.LAST_ADMINISTRATOR');
    both
      .after('departure.begin', disabling(ONE))
      .when('departure.begin', disabling(THIRD))
      .then('ACCOUNT.LAST_ADMINISTRATOR');
  });

  it('that were refused in the end count no more, nor do those of which the account tells', () => {
    const begun = two.after('departure.begin', disabling(ONE));
    const end = { accountId: ONE, commandId: commandOf(begun), refused: '岗位已撤销' };
    begun.after('departure.end', end).when('departure.begin', disabling(OTHER)).then(['departure.begun']);
  });

  it('end once, and only what was begun', () => {
    const begun = two.after('departure.begin', disabling(ONE));
    const end = { accountId: ONE, commandId: commandOf(begun), refused: null };
    begun.when('departure.end', { ...end, commandId: testId(0x99) }).then('DEPARTURE.NOT_UNDERWAY');
    begun.after('departure.end', end).when('departure.end', end).then('DEPARTURE.NOT_UNDERWAY');
    two.when('departure.end', end).then('DEPARTURE.NOT_UNDERWAY');
  });

  it('of who cannot act are held up by nobody', () => {
    two.when('departure.begin', disabling(testId(0x34))).then(['departure.begun']);
  });
});
