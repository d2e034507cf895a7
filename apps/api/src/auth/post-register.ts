import { type Pool } from 'pg';
import { type Post } from '#domain';
import { TaizhangError } from '#platform';
import { postsOf, type ProjectionRunner, type ReadModels } from '#projections';
import { type PostReader } from './actor-directory';
import { saysTablesBehind } from './tables-behind';

/** Longest wait for the posts' tables, in milliseconds. */
const WAIT_MILLISECONDS = 5_000;

/** What the register reads from. */
export interface PostRegisterParts {
  readonly pool: Pool;
  readonly models: Pick<ReadModels, 'logEndFromNow'>;
  readonly projections: Pick<ProjectionRunner, 'waitFor'>;
}

/** The posts of accounts, as the read model has them. */
export class PostRegister implements PostReader {
  constructor(private readonly parts: PostRegisterParts) {}

  postsOf(accountId: string): Promise<readonly Post[]> {
    return postsOf(this.parts.pool, accountId);
  }

  /** Asks for the log's end and reads none of its events, so that a refusal costs the same on a long log as on a short one. */
  async untilLevel(): Promise<void> {
    const { models, projections } = this.parts;
    const end = await models.logEndFromNow();
    if (end === null) return;
    try {
      await projections.waitFor(['posts'], end, { timeoutMs: WAIT_MILLISECONDS });
    } catch (error) {
      throw asUndecided(error);
    }
  }
}

/** Waiting says that what was done is not visible yet; here nothing was done. */
function asUndecided(error: unknown): unknown {
  if (!saysTablesBehind(error)) return error;
  const message = '岗位信息尚未更新到最新，暂时无法确认您能否办理，未作任何改动，请稍后重试。';
  return new TaizhangError(error.code, message, error.details, error);
}
