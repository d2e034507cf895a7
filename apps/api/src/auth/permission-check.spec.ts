import { type Actor } from '#domain';
import { TaizhangError } from '#platform';
import { PEOPLE } from '../../../../libs/domain/testing';
import { SOMEBODY, SpecCallers } from '../../testing/spec-callers';
import { type Caller } from './caller';
import { PermissionCheck } from './permission-check';

const NOBODY: Caller = SOMEBODY;
const CLERK: Caller = callerOf(PEOPLE.clerk);
const denied = new TaizhangError('PERMISSION.DENIED', '您的岗位不能办理此事项。');

function callerOf({ posts }: Actor): Caller {
  return { ...SOMEBODY, actor: { ...SOMEBODY.actor, posts } };
}

/** The posts by the log are those that a spec says; counts how often they are asked for. */
class LogCallers extends SpecCallers {
  byTheLog: Caller | Error = NOBODY;
  asked = 0;

  override resolve(): Promise<Caller> {
    return Promise.reject(new Error('nobody is looked up here'));
  }

  forgotten = 0;

  override async forgetRevoked(): Promise<void> {
    this.forgotten += 1;
    if (this.byTheLog instanceof Error) throw this.byTheLog;
  }

  override async withPostsByTheLog(): Promise<Caller> {
    this.asked += 1;
    if (this.byTheLog instanceof Error) throw this.byTheLog;
    return this.byTheLog;
  }
}

describe('the check of permissions', () => {
  let callers: LogCallers;
  let permissions: PermissionCheck;

  beforeEach(() => {
    callers = new LogCallers();
    permissions = new PermissionCheck(callers);
  });

  it('lets a permitted caller through without asking the log', async () => {
    expect(await permissions.require(CLERK, 'task.list')).toBe(CLERK);
    expect(await permissions.allow(CLERK, () => 'done')).toBe('done');
    expect(callers.asked).toBe(0);
  });

  it('permits what only the posts of the log permit, in the name of those posts', async () => {
    callers.byTheLog = CLERK;
    expect(await permissions.require(NOBODY, 'task.list')).toBe(CLERK);
    const tried: Caller[] = [];
    const attempt = async (caller: Caller): Promise<string> => {
      tried.push(caller);
      if (caller === NOBODY) throw denied;
      return 'done';
    };
    expect(await permissions.allow(NOBODY, attempt)).toBe('done');
    expect(tried).toEqual([NOBODY, CLERK]);
  });

  it('refuses whom the log gives no other post, after one attempt and one look', async () => {
    await expect(permissions.require(NOBODY, 'task.list')).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    const attempt = jest.fn().mockRejectedValue(denied);
    await expect(permissions.allow(NOBODY, attempt)).rejects.toBe(denied);
    expect([attempt.mock.calls.length, callers.asked]).toEqual([1, 2]);
  });

  it('refuses whom the posts of the log do not permit either, after two attempts', async () => {
    callers.byTheLog = callerOf(PEOPLE.reporter);
    await expect(permissions.require(NOBODY, 'queue.read')).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    expect(callers.asked).toBe(1);
  });

  it('answers why the posts cannot be told, and not that one is wanting', async () => {
    callers.byTheLog = new TaizhangError('PROJECTION.BEHIND', '岗位信息尚未更新到最新，请稍后重试。');
    await expect(permissions.require(NOBODY, 'task.list')).rejects.toMatchObject({ code: 'PROJECTION.BEHIND' });
  });

  it('leaves every other refusal alone', async () => {
    const unknown = new TaizhangError('TASK.UNKNOWN', '没有找到这项任务。');
    await expect(permissions.allow(NOBODY, () => Promise.reject(unknown))).rejects.toBe(unknown);
    expect(callers.asked).toBe(0);
  });

  it('lets a revocation or another charge, and nothing else, wait until it holds', async () => {
    await permissions.settle({ events: ['task.closed'] });
    expect(callers.forgotten).toBe(0);
    await permissions.settle({ events: ['post.revoked'] });
    expect(callers.forgotten).toBe(1);
    await permissions.settle({ events: ['post.charge-set'] });
    expect(callers.forgotten).toBe(2);
  });

  it('does not say of a revocation that is written that it failed, where the tables do not follow', async () => {
    callers.byTheLog = new TaizhangError('PROJECTION.BEHIND', '尚未更新到最新。');
    await permissions.settle({ events: ['post.revoked'] });
    callers.byTheLog = new Error('a fault of ours');
    await expect(permissions.settle({ events: ['post.revoked'] })).rejects.toThrow('a fault of ours');
  });
});
