import { type CountingUnit } from '#domain';
import { type WrittenRecurrence } from './reading.types';

/** A year in digits, in Chinese digits, or counted from the document's year. */
export const YEAR =
  '(?:(?<y4>(?:19|20)\\d{2}) ?年度?|(?<yc>[一二][〇零一二三四五六七八九]{3})年|(?<yr>今年|本年度?|当年|明年|后年))';
/** A month in Arabic or Chinese digits. */
export const MONTH_NUMBER = '(?<m>\\d{1,2}|十[一二]?|[一二三四五六七八九])';
/** The same with 月. */
export const MONTH = `${MONTH_NUMBER} ?月(?:份)?`;
/** A day of a month. */
export const DAY = '(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]';
/** Words that place a limit before its day; they belong to the limit's own words. */
export const LIMIT_PREFIX = '(?<pre>截至|截止到?|最迟(?:于|在)?|不迟于|到|至|于|在)? ?';
/** Words after a day that make it a limit. */
export const BEFORE = '(?:以前|之前|前|为止|止)';
/** Excludes a day that these words make a beginning (2021年起). */
export const BEGINNING = '(?! ?(?:起|开始|以来|以后|之后|后|至今))';

/** Relative years: offset from the document's year. */
export const RELATIVE_YEARS: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年', 0],
  ['本年度', 0],
  ['当年', 0],
  ['明年', 1],
  ['后年', 2],
]);

/** Parts of a year: month and day on which they end. */
export const PARTS_OF_YEAR: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ['上半年', [6, 30]],
  ['下半年', [12, 31]],
  ['一季度', [3, 31]],
  ['1季度', [3, 31]],
  ['二季度', [6, 30]],
  ['2季度', [6, 30]],
  ['三季度', [9, 30]],
  ['3季度', [9, 30]],
  ['四季度', [12, 31]],
  ['4季度', [12, 31]],
]);
/** A part of a year, as `PARTS_OF_YEAR` has them. */
export const PART_OF_YEAR = '(?:上半年|下半年|第?(?:[一二三四]|[1-4]) ?季度)';

/** Five-year plans by name; a plan ends with its fifth year. */
export const PLAN_ENDS: ReadonlyMap<string, number> = new Map([
  ['十二五', 2015],
  ['十三五', 2020],
  ['十四五', 2025],
  ['十五五', 2030],
  ['十六五', 2035],
]);

/**
 * Verbs after a bare year that make it a limit (2023年建成…). They are listed because a noun may follow as well
 * (2023年培训计划).
 */
export const VERB_AFTER_YEAR =
  /^[，、 ]?(?:要|将|应|须|必须|继续|再|先|率先|全面|基本|初步|力争|争取|确保|逐步|计划|预计|累计|全部|实现|完成|建成|建设|建立|启动|开展|推进|推行|推广|推出|新增|新建|新改|改造|创成|创建|引进|培养|培育|选取|选派|选择|选定|达到|达|出台|制定|印发|实施|投用|投入|竣工|开工|通过|打造|形成|设立|成立|组建|举办|组织|安排|提高|提升|降低|降至|下降|覆盖|取得|落实|完善|健全|消除|整合|纳入|上线|运行|试点|扩大|发布|编制|研究|验收|评估|总结|申报|不少于|不低于|至少|每个|每)/u;

/** Words after a bare year that make it part of a name or of a plain statement, even at the start of a clause. */
export const NOUN_AFTER_YEAR =
  /^ ?(?:[-至到] ?\d|度|版|第|级|届|期|生|是|的|重点|工作|计划|规划|预算|目标|任务|中央|统计|数据|以|及|和|与|、|）|》|”|至|到)/u;

/** Words before a bare year that make it a limit wherever it stands in the clause. */
export const AIM_BEFORE_YEAR = /(?:力争|争取|确保|计划|预计|拟|到|至|截至|于|在|最迟|用|将)$/u;

/** Recurrence words. 每 may carry a count: 每3-5年, 每两年. */
export const RECURRENCE =
  '(?<every>每|按|逐)(?:(?<low>\\d{1,2}|[一二两三四五六七八九十]) ?(?:- ?(?<high>\\d{1,2}) ?)?)?个?(?<period>半年|年度?|季度?|月|周|星期|天|日)';
/** Which month of a quarter, or which day of a week, before the day of it: 每季度末月20日, 每周五. 每周三次 is a count. */
export const PLACE_IN_PERIOD =
  '(?:(?<which>首|末|第[一二三]|最后一)个?月)?(?:(?<weekday>[一二三四五六日天])(?![次回轮个场篇期份项家]))?';
/** Months of a quarter by their words, from 1; the last month is that of the period. */
export const MONTHS_IN_PERIOD: ReadonlyMap<string, number> = new Map([
  ['首', 1],
  ['第一', 1],
  ['第二', 2],
  ['第三', 3],
]);
/** Days of a week, Monday first; 日 and 天 are Sunday. */
export const WEEKDAYS = '一二三四五六日';
/** Words before 每年 that make it a rate and not a duty of a unit: 每人每年. */
export const NOT_RECURRING_BEFORE = /(?:每人|每户|每家|每村|平均|人均|比)$/u;
/** Periods that are a duty after 按 and 逐 (按月, 逐季). 按年度 and 逐年 are ways of counting and of growing. */
export const PERIODS_AFTER_PER = new Set(['月', '季', '季度', '周', '日']);
/** A period without a count (每年), and for one with a count (每两年) its unit and how many of these the period has. */
export interface Period {
  readonly uncounted: WrittenRecurrence;
  readonly unit: 'years' | 'months' | 'weeks' | 'days';
  readonly length: number;
}
const HALF_YEAR: Period = { uncounted: 'half-yearly', unit: 'months', length: 6 };
const YEAR_LONG: Period = { uncounted: 'yearly', unit: 'years', length: 1 };
const QUARTER: Period = { uncounted: 'quarterly', unit: 'months', length: 3 };
const MONTH_LONG: Period = { uncounted: 'monthly', unit: 'months', length: 1 };
const WEEK: Period = { uncounted: 'weekly', unit: 'weeks', length: 1 };
const ONE_DAY: Period = { uncounted: 'daily', unit: 'days', length: 1 };
/** Periods by their words. */
export const PERIODS: ReadonlyMap<string, Period> = new Map([
  ['半年', HALF_YEAR],
  ['年', YEAR_LONG],
  ['年度', YEAR_LONG],
  ['季', QUARTER],
  ['季度', QUARTER],
  ['月', MONTH_LONG],
  ['周', WEEK],
  ['星期', WEEK],
  ['天', ONE_DAY],
  ['日', ONE_DAY],
]);

/** A duration (30日内, 3个月内, 5年内), and what it is counted from, where that is written (印发之日起…). */
export const DURATION =
  '(?:(?<from>印发|发布|下发|公布|出台|签发|发文)(?:之日|当日|日)?(?:起|之后|后)?(?:的)? ?)?(?<![\\d.第近])(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?<length>年|个月|个?工作日|日|天|周) ?(?:以内|之内|内)';
/** What the unit of a duration is counted in, and how many of these it is. */
export const COUNTED_IN: ReadonlyMap<string, { readonly unit: CountingUnit; readonly times: number }> = new Map([
  ['年', { unit: 'month', times: 12 }],
  ['个月', { unit: 'month', times: 1 }],
  ['周', { unit: 'calendar-day', times: 7 }],
  ['天', { unit: 'calendar-day', times: 1 }],
  ['日', { unit: 'calendar-day', times: 1 }],
  ['个工作日', { unit: 'working-day', times: 1 }],
  ['工作日', { unit: 'working-day', times: 1 }],
]);
/** Words before a duration that lies in the past: 近5年内, 过去三年内. */
export const PAST_BEFORE = /(?:近|过去|最近|以往)$/u;
/** Verbs after a duration that make it a limit although it does not say when it begins. */
export const VERB_AFTER_DURATION =
  /^[，、 ]?[^，。；]{0,12}(?:完成|报送|上报|报告|反馈|制定|出台|整改|办结|提交|备案|印发|实现|建成|达到)/u;
/** Words before a duration that make it a target of speed (压缩至5日内) and not a limit. */
export const SPEED_BEFORE = /(?:压缩|缩短|压减|减少?|降低?|控制|办理|时间|时限)(?:到|至|为|在)?$/u;

/** A bare month, a span of months or 全年: a limit in a table column of times only. */
export const SCHEDULE_ENTRY =
  '(?:\\d{1,2} ?月? ?[-至到]+ ?)?(?<!\\d)(?<m>\\d{1,2}) ?月(?:份)?(?:底|末)?前?|(?<all>全年)(?=[：，。 ；]|$)';
/** What a schedule entry may follow. */
export const ENTRY_START = /(?:^|[，。；：、\n ])$/u;
