import { breakInWords, type ChainVerdict, verifyChain } from '#event-store';
import { type Config } from '#platform';
import { say } from '../output';
import { onFoundation } from './on-foundation';

/** Checks the hash chain of every stream from its first event, to the end of the log, and names each stream that is broken. */
export async function verifyCommand(config: Config): Promise<void> {
  await onFoundation(config, async ({ store }) => tellVerdict(await verifyChain(store)));
}

/** Tells the person at the terminal what a verification found; the exit code is 2 when anything is wrong. */
export function tellVerdict(verdict: ChainVerdict): void {
  const faults = faultsOf(verdict);
  if (faults.length > 0) {
    for (const fault of faults) say(fault);
    say(`没有发现问题的有 ${verdict.streams} 条流；核对无误的事件共 ${verdict.events} 条。`);
    say(`${effectOf(verdict)}；请用 taizhang backup 保存其余内容，受损的流请从损坏之前的备份中找回。`);
    process.exitCode = 2;
    return;
  }
  say(`${verdict.streams} 条流共 ${verdict.events} 条事件，哈希链完整。`);
  say('本次只核对各条流内部；没有外部留存的指纹，不能证明最新的事件未被整段截去。');
}

/** A broken stream stands alone; one that lost its past stops all writing. */
function effectOf({ damaged }: ChainVerdict): string {
  const lost = damaged.some(({ damage }) => damage === 'lost');
  return lost ? '有的流丢失了历史，恢复之前台账停止写入，只能查看' : '以上列出的流已停止办理，其余照常';
}

/** A line for each fault. Events are numbered from 0, as everywhere. */
function faultsOf({ breaks, moreBreaks, damaged }: ChainVerdict): readonly string[] {
  return [
    ...breaks.map((found) => `断裂：${breakInWords(found)}。`),
    ...(moreBreaks > 0 ? [`另有 ${moreBreaks} 条流断裂，没有逐一列出。`] : []),
    ...damaged.map(({ message }) => `受损：${message}`),
  ];
}
