/** Ways of numbering, from the highest level to the lowest (GB/T 9704: 一、 （一） 1. （1）). */
export const NUMBERING_LEVELS = {
  chapter: 0,
  part: 1,
  bracketed: 2,
  arabic: 3,
  arabicBracketed: 4,
  circled: 5,
} as const;

/** Items below this level are steps inside a task unless they name their own units. */
export const LOWEST_ITEM_LEVEL: number = NUMBERING_LEVELS.arabic;

const CHINESE_NUMBER = '[一二三四五六七八九十]{1,3}';

/** One numbering mark with its number in the group `n`; the end of the match is where the heading starts. */
export const NUMBERING_MARKS: readonly (readonly [level: number, pattern: string])[] = [
  [NUMBERING_LEVELS.chapter, `第 ?(?<n>${CHINESE_NUMBER}) ?(?:章|编|部分)[ 、：]?`],
  [NUMBERING_LEVELS.part, `(?<n>${CHINESE_NUMBER}) ?、`],
  [NUMBERING_LEVELS.bracketed, `第 ?(?<n>${CHINESE_NUMBER}|\\d{1,3}) ?条[ 、：]?`],
  [NUMBERING_LEVELS.bracketed, `（ ?(?<n>${CHINESE_NUMBER}) ?）[、.]?`],
  [NUMBERING_LEVELS.arabic, '(?<n>\\d{1,3}) ?[.、](?:(?!(?:19|20)\\d{2} ?年)(?=(?<digit>\\d))|)'],
  [NUMBERING_LEVELS.arabicBracketed, '（ ?(?<n>\\d{1,3}) ?）'],
  [NUMBERING_LEVELS.circled, '(?<n>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])'],
];

/** Headings of sections that state goals and principles, and no tasks. */
export const GOAL_HEADINGS: readonly string[] = [
  '总体要求',
  '总体目标',
  '总体思路',
  '工作目标',
  '工作思路',
  '主要目标',
  '发展目标',
  '行动目标',
  '指导思想',
  '基本原则',
  '工作原则',
  '目标要求',
];

/** Further goal headings, which count only when nothing else stands in the heading. */
export const GOAL_HEADING_ALONE = /^(?:工作)?(?:目标|原则|总则)$/u;

/** Longest goal heading in characters; a longer sentence with these words may be a task. */
export const GOAL_HEADING_LENGTH = 14;

/** Beginnings of the paragraphs that close a document. */
export const CLOSING_BEGINNINGS =
  /^(?:附件|附：|附表|抄送|主送|联系人|联系电话|本(?:方案|意见|通知|办法|清单|要点)自|（此件|推荐访问|相关(?:链接|阅读)|扫一扫|责任编辑|上一篇|下一篇|分享到|打印|关闭)/u;

/** A line that is nothing but a day, as under a signature. */
export const DATE_LINE =
  /^(?:\d{4}|[一二][〇零一二三四五六七八九]{3}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日$/u;
