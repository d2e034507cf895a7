import { PEOPLE, soundBody, TASK_ID, UNITS } from '../../../domain/testing';
import { EngineLab, TO_VERIFIED } from '../../testing';

describe('the units in which somebody holds posts', () => {
  let lab: EngineLab;

  beforeEach(async () => {
    lab = await EngineLab.open();
    await lab.furnish();
  });
  afterEach(() => lab.close());

  /** A post is granted that the request of its holder, under way meanwhile, does not name yet. */
  const alsoGets = ({ accountId }: { readonly accountId: string }) =>
    lab.does(
      'account.grant-post',
      accountId,
      { unitId: UNITS.health, role: 'auditor' },
      { by: PEOPLE.securityAdministrator },
    );

  it('(10) are those of the log, whatever the request came with, of a check', async () => {
    await lab.through(TASK_ID, ...TO_VERIFIED.slice(0, -1));
    await alsoGets(PEOPLE.verifier);
    const verifies = lab.does('task.verify', TASK_ID, soundBody('task.verify'), { by: PEOPLE.verifier });
    await expect(verifies).rejects.toMatchObject({ code: 'TASK.OWN_UNIT_VERIFIES' });
  });

  it('(10) are those of the log of a closing, and no number is spent on it', async () => {
    await lab.through(TASK_ID, ...TO_VERIFIED);
    await alsoGets(PEOPLE.closer);
    await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'TASK.OWN_UNIT_CLOSES' });
    expect((await lab.log()).filter(({ type }) => type === 'number.reserved')).toEqual([]);
  });
});
