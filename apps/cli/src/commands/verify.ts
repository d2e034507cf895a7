import { verifyChain } from '#event-store';
import { type Config } from '#platform';
import { say } from '../output';
import { onFoundation } from './on-foundation';

/** Checks the hash chain of every stream from its first event and says what it found. */
export async function verifyCommand(config: Config): Promise<void> {
  await onFoundation(config, async ({ store }) => {
    const { events, streams, firstBreak } = await verifyChain(store);
    if (firstBreak === null) {
      say(`${streams} 条流共 ${events} 条事件，哈希链完整。`);
      say('本次只核对各条流内部；没有外部留存的指纹，不能证明最新的事件未被整段截去。');
      return;
    }
    const { stream, revision, fault, expected, actual } = firstBreak;
    say(
      `第一处断裂：${stream} 第 ${revision} 条（${fault}），应为 ${expected}，实为 ${actual}。此前 ${events} 条完整。`,
    );
    process.exitCode = 2;
  });
}
