import { type ChainBreak } from './chain-break';

/** What follows for a stream that is not whole, and the way out. */
export const STANDS_STILL =
  '这条流已停止办理，其余照常；请运行 taizhang verify 查看，受损的内容须从损坏之前的备份中找回';

/** Says in Chinese what is wrong at a break, without a full stop. Revisions count from 0. */
export function breakInWords({ fault, stream, revision, expected, actual }: ChainBreak): string {
  const event = `${stream} 第 ${revision} 号事件`;
  switch (fault) {
    case 'revision':
      return Number(actual) > Number(expected)
        ? `${stream} 缺少第 ${expected} 号事件，接着的是第 ${actual} 号`
        : `${event}重复出现`;
    case 'previous-hash':
      return `${event}与前一个事件接不上，前一个事件被替换过`;
    case 'hash':
      return `${event}的内容与封签不符，写入后被改动过`;
    case 'position':
      return `日志的次序不对，${event}的位置 ${actual} 不在 ${expected} 之后`;
  }
}

/** One sentence on an event whose content was changed, and the way out. */
export function changedInWords({ stream, revision }: { readonly stream: string; readonly revision: number }): string {
  return `${stream} 第 ${revision} 号事件的内容与封签不符，写入后被改动过，${STANDS_STILL}。`;
}

/** One sentence on a record that this program did not write so, and the way out. */
export function foreignInWords(stream: string, revision: number): string {
  return `${stream} 第 ${revision} 号事件不是本系统写入的内容，${STANDS_STILL}。`;
}
