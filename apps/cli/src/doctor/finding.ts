import { errorCode, TaizhangError } from '#platform';

/** What doctor found of one thing. */
export interface Finding {
  readonly fine: boolean;
  /** Without the verdict, and without a full stop. */
  readonly line: string;
}

/**
 * Asks a server.
 * @param name what people call it
 * @param ask answers what it found, in a few words
 */
export async function serverFinding(name: string, ask: () => Promise<string>): Promise<Finding> {
  try {
    return { fine: true, line: `${name}：${await ask()}` };
  } catch (error) {
    return { fine: false, line: `${name}：${reasonOf(error)}` };
  }
}

/** A driver's own words may hold an address with its password, so only our sentences are shown. */
function reasonOf(error: unknown): string {
  if (error instanceof TaizhangError) return error.message.replace(/。$/u, '');
  return `检查时出错（${errorCode(error) || '原因不明'}），请把这一行告知技术支持`;
}
