import { Pool } from 'pg';
import { type Position } from '#event-store';
import { TaizhangError } from '#platform';
import { PostRegister } from './post-register';

const pool = new Pool();

/** A register on a log with an end, whose tables are waited for as the spec says. */
function registerOn(end: Position | null, waitFor: () => Promise<void>): { register: PostRegister; waits: unknown[] } {
  const waits: unknown[] = [];
  const projections = {
    waitFor: (names: readonly string[], position: Position) => {
      waits.push([names, position]);
      return waitFor();
    },
  };
  return { register: new PostRegister({ pool, models: { logEndFromNow: async () => end }, projections }), waits };
}

describe('the register of posts', () => {
  it('waits until the tables of posts go to the log’s end', async () => {
    const { register, waits } = registerOn('17', async () => undefined);
    await register.untilLevel();
    expect(waits).toEqual([[['posts'], '17']]);
  });

  it('waits for nothing on an empty log', async () => {
    const { register, waits } = registerOn(null, async () => undefined);
    await register.untilLevel();
    expect(waits).toEqual([]);
  });

  it.each(['PROJECTION.BEHIND', 'PROJECTION.STOPPED'])(
    'says that nothing was done, and never that a post is wanting, on %s',
    async (code) => {
      const { register } = registerOn('17', () => Promise.reject(new TaizhangError(code, '操作已记录，……')));
      const message = '岗位信息尚未更新到最新，暂时无法确认您能否办理，未作任何改动，请稍后重试。';
      await expect(register.untilLevel()).rejects.toMatchObject({ code, message });
    },
  );

  it('hands on any other error as it is', async () => {
    const gone = new Error('connect ECONNREFUSED');
    const { register } = registerOn('17', () => Promise.reject(gone));
    await expect(register.untilLevel()).rejects.toBe(gone);
  });
});
