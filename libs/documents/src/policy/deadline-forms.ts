import { calendarDay, lastDayBefore, lastDayOf, plusDays, plusMonths } from './calendar-day';
import { smallNumber, yearInDigits } from './chinese-number';
import {
  AIM_BEFORE_YEAR,
  BEFORE,
  BEGINNING,
  DAY,
  DOING_AFTER_DURATION,
  DOING_AFTER_YEAR,
  DURATION,
  ENTRY_START,
  LIMIT_PREFIX,
  MONTH,
  MONTH_NUMBER,
  NOT_RECURRING_BEFORE,
  NOUN_AFTER_YEAR,
  PART_OF_YEAR,
  PARTS_OF_YEAR,
  PAST_BEFORE,
  PERIODS,
  PERIODS_OF_EACH,
  PLAN_ENDS,
  RECURRENCE,
  RELATIVE_YEARS,
  SCHEDULE_ENTRY,
  SPEED_BEFORE,
  YEAR,
} from './deadline.words';
import { type PeriodDay, type Recurrence } from './reading.types';

/** What limits are counted in. */
export interface DeadlineBase {
  /** Year of the document, for 年底 and the like; null when it says none. */
  readonly year: number | null;
  /** 成文日期 `YYYY-MM-DD`, for 印发之日起N日内. */
  readonly date: string | null;
}

/** A limit before its place in the sentence is added. */
export interface Limit {
  readonly due: string | null;
  readonly alternatives?: readonly string[];
  readonly recurrence?: Recurrence;
  readonly recurrenceDay?: PeriodDay;
  readonly relative?: boolean;
  readonly doubts?: readonly string[];
  /** The year that a following 12月底前 in the same sentence counts in. */
  readonly year?: number | null;
}

/** The words around a candidate. */
export interface LimitPlace {
  readonly before: string;
  readonly after: string;
  readonly base: DeadlineBase;
  /** The year last named in the same sentence. */
  readonly lastYear: number | null;
}

/** One way of writing a limit. `read` answers null when the words are no limit after all. */
export interface LimitForm {
  readonly pattern: RegExp;
  readonly read: (words: Words, place: LimitPlace) => Limit | null;
}

/** A match: its whole text and its named groups. */
export interface Words {
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const MONTH_DAY = '\\d{1,2} ?月(?: ?\\d{1,2} ?[日号])?';
const CLAUSE_START = /(?:^|[。；，：！？\n（）“”])[ ]?$/u;
const NAMED_BEGINNING = /^(?:截至|截止|最迟|不迟于)/u;

/** All ways of writing a limit in running text; at the same place the earlier one wins. */
export const LIMIT_FORMS: readonly LimitForm[] = [
  form(
    `${YEAR} ?(?:${MONTH_DAY})? ?(?:-|至|到) ?(?:(?<y2>20\\d{2}) ?年)? ?(?:(?<m2>\\d{1,2}) ?月)? ?(?:(?<d2>\\d{1,2}) ?[日号])?(?:底|末)?(?:期间)?`,
    readWindow,
  ),
  form('(?<y4>20\\d{2}) ?[-至到] ?(?<y2>20\\d{2}) ?年(?:底|末)?(?:期间)?', readWindow),
  form(`${LIMIT_PREFIX}${YEAR} ?${MONTH} ?${DAY} ?(?:${BEFORE})?${BEGINNING}`, readDate),
  form(
    `${LIMIT_PREFIX}(?<y4>20\\d{2}) ?[-./] ?(?<m>\\d{1,2}) ?[-./] ?(?<d>\\d{1,2})日?(?: ?${BEFORE}|(?=[^\\d]|$))`,
    readNumericDate,
  ),
  form(
    `${LIMIT_PREFIX}${YEAR} ?(?:\\d{1,2} ?月? ?[-至到] ?)?${MONTH}(?! ?\\d) ?(?<tail>底|末|上旬|中旬|下旬)? ?(?<before>${BEFORE})?${BEGINNING}`,
    readMonth,
  ),
  form(`${LIMIT_PREFIX}${YEAR} ?(?<part>${PART_OF_YEAR})(?:底|末)? ?(?:${BEFORE})?${BEGINNING}`, readPartOfYear),
  form(`${LIMIT_PREFIX}(?:${YEAR} ?年?|(?<!\\d)(?<y2d>[12]\\d)年)(?<tail>底|末|内) ?(?:${BEFORE})?`, readYearEnd),
  form(`${LIMIT_PREFIX}${YEAR}${BEFORE}`, readYearBefore),
  form(`${LIMIT_PREFIX}${YEAR}(?! ?\\d{1,2} ?月)${BEGINNING}`, readBareYear),
  form(`${LIMIT_PREFIX}[“"]?(?<plan>十[二三四五六]五)[”"]?(?:时期|期)?(?:末|底)(?:${BEFORE})?`, readPlanEnd),
  form(
    `${RECURRENCE}(?: ?(?<rm>\\d{1,2}) ?月)?(?:(?<rtail>底|末|上旬|中旬|下旬)|(?<rd>\\d{1,2}) ?[日号])?(?:${BEFORE})?`,
    readRecurrence,
  ),
  form(DURATION, readDuration),
  form(
    `${LIMIT_PREFIX}(?<![\\d个] ?)${MONTH_NUMBER} ?月份? ?(?:${DAY})? ?(?<tail>底|末|上旬|中旬|下旬)? ?(?<before>${BEFORE})?${BEGINNING}`,
    readBareMonth,
  ),
  form(
    `${LIMIT_PREFIX}(?<![\\d一二两三四五六七八九十今本当明后半全上下多少成周历往去每])年(?:底|末|内)(?:${BEFORE})?`,
    readBareYearEnd,
  ),
  form(`${LIMIT_PREFIX}(?<part>${PART_OF_YEAR})(?<tail>底|末)? ?(?<before>${BEFORE})?${BEGINNING}`, readBarePart),
];

/** Further ways that count only in a table column of times. */
export const SCHEDULE_FORMS: readonly LimitForm[] = [form(SCHEDULE_ENTRY, readScheduleEntry)];

function form(pattern: string, read: LimitForm['read']): LimitForm {
  return { pattern: new RegExp(pattern, 'gu'), read };
}

/** A month or day in Arabic or Chinese digits; 0, which no calendar has, when it is neither. */
function numberIn(text: string | undefined): number {
  return smallNumber(text ?? '') ?? 0;
}

function yearOf({ groups }: Words, base: DeadlineBase): number | null {
  if (groups.y4 !== undefined) return Number(groups.y4);
  if (groups.yc !== undefined) return yearInDigits(groups.yc);
  if (groups.y2d !== undefined) return 2000 + Number(groups.y2d);
  const offset = RELATIVE_YEARS.get(groups.yr ?? '');
  return offset === undefined || base.year === null ? null : base.year + offset;
}

/** Doubts about a year that is not printed in full. */
function yearDoubts({ groups }: Words, year: number | null): string[] {
  if (groups.y4 !== undefined || groups.yc !== undefined) return [];
  if (year === null) return ['未写明年份，文件也没有可用的年份，请补上日期'];
  const words = groups.y2d === undefined ? `“${groups.yr ?? ''}”按文件年份理解为` : `年份只写了两位，理解为`;
  return [`${words} ${year} 年`];
}

function dated(
  due: string | null,
  year: number,
  doubts: readonly string[],
  alternatives: readonly string[] = [],
): Limit {
  return { due, alternatives, year, doubts: due === null ? [...doubts, '这一天不存在，请核对原文'] : doubts };
}

function readWindow(words: Words, { base }: LimitPlace): Limit | null {
  const { y2, m2, d2 } = words.groups;
  const first = yearOf(words, base);
  if (first === null || (y2 === undefined && m2 === undefined)) return null;
  const year = y2 === undefined ? first : Number(y2);
  const month = m2 === undefined ? 12 : Number(m2);
  const due = d2 === undefined ? lastDayOf(year, month) : calendarDay(year, month, Number(d2));
  return dated(due, year, ['写的是一段时间，取最后一天；如为政策执行期则不是完成时限']);
}

function readDate(words: Words, { base }: LimitPlace): Limit | null {
  const year = yearOf(words, base);
  if (year === null) return { due: null, doubts: yearDoubts(words, year) };
  return dated(calendarDay(year, numberIn(words.groups.m), numberIn(words.groups.d)), year, yearDoubts(words, year));
}

/** 2021-12-31 is a limit only with 前 or a word for a limit in front; otherwise it is a date of something else. */
function readNumericDate(words: Words, place: LimitPlace): Limit | null {
  return words.groups.pre === undefined && !new RegExp(`${BEFORE}$`, 'u').test(words.text)
    ? null
    : readDate(words, place);
}

function readMonth(words: Words, { base }: LimitPlace): Limit | null {
  const year = yearOf(words, base);
  const doubts = yearDoubts(words, year);
  return year === null ? { due: null, doubts } : monthLimit(words, year, doubts);
}

/** 6月底前 is that month's end; 6月前 is read as before the month begins, and the other reading is kept. */
function monthLimit({ groups }: Words, year: number, doubts: readonly string[]): Limit {
  const month = numberIn(groups.m);
  const end = lastDayOf(year, month);
  if (groups.d !== undefined) return dated(calendarDay(year, month, numberIn(groups.d)), year, doubts);
  if (groups.tail === '上旬') return dated(calendarDay(year, month, 10), year, doubts);
  if (groups.tail === '中旬') return dated(calendarDay(year, month, 20), year, doubts);
  if (groups.tail !== undefined || groups.before === undefined || end === null) return dated(end, year, doubts);
  const doubt = `“${month}月前”按该月开始之前理解，也可能指 ${end}`;
  return dated(lastDayBefore(year, month), year, [...doubts, doubt], [end]);
}

function readPartOfYear(words: Words, { base }: LimitPlace): Limit | null {
  const year = yearOf(words, base);
  if (year === null) return { due: null, doubts: yearDoubts(words, year) };
  return dated(partEnd(words, year), year, yearDoubts(words, year));
}

function partEnd({ groups }: Words, year: number): string | null {
  const [month, day] = PARTS_OF_YEAR.get((groups.part ?? '').replace(/[第 ]/gu, '')) ?? [12, 31];
  return calendarDay(year, month, day);
}

function readYearEnd(words: Words, { base }: LimitPlace): Limit | null {
  const year = yearOf(words, base);
  if (year === null) return { due: null, doubts: yearDoubts(words, year) };
  return dated(calendarDay(year, 12, 31), year, yearDoubts(words, year));
}

/** 2023年前 ends before 2023 begins; many writers mean its end, so both days are kept. */
function readYearBefore(words: Words, { base }: LimitPlace): Limit | null {
  const year = yearOf(words, base);
  if (year === null) return { due: null, doubts: yearDoubts(words, year) };
  const doubt = `“${year}年前”按 ${year} 年开始之前理解，也可能指 ${year}-12-31`;
  return dated(`${year - 1}-12-31`, year, [...yearDoubts(words, year), doubt], [`${year}-12-31`]);
}

function readBareYear(words: Words, { before, after, base }: LimitPlace): Limit | null {
  const year = yearOf(words, base);
  if (year === null || words.text.endsWith('度') || NOUN_AFTER_YEAR.test(after)) return null;
  if (base.year !== null && year < base.year) return null;
  const aimed = words.groups.pre !== undefined || AIM_BEFORE_YEAR.test(before) || CLAUSE_START.test(before);
  if (!aimed && !DOING_AFTER_YEAR.test(after)) return null;
  return dated(calendarDay(year, 12, 31), year, [...yearDoubts(words, year), '只写了年份，按该年年底理解']);
}

function readPlanEnd({ groups }: Words): Limit | null {
  const year = PLAN_ENDS.get(groups.plan ?? '');
  return year === undefined ? null : dated(`${year}-12-31`, year, [`“${groups.plan ?? ''}”末按 ${year} 年年底理解`]);
}

function readRecurrence({ groups }: Words, { before }: LimitPlace): Limit | null {
  const { every, low, high, period = '', rm, rd } = groups;
  if (NOT_RECURRING_BEFORE.test(before)) return null;
  if (every !== '每' && (low !== undefined || !PERIODS_OF_EACH.has(period))) return null;
  const [once, counted] = PERIODS.get(period) ?? ['yearly', 'years'];
  const recurrence = low === undefined || low === '一' ? once : countedRecurrence(low, high, counted);
  if (recurrence === null) return null;
  const day = rd === undefined ? null : Number(rd);
  return rm === undefined
    ? { due: null, recurrence }
    : { due: null, recurrence, recurrenceDay: { month: Number(rm), day } };
}

function countedRecurrence(
  low: string,
  high: string | undefined,
  counted: 'years' | 'months' | 'weeks' | 'days',
): Recurrence | null {
  const count = smallNumber(low);
  if (count === null) return null;
  return high === undefined ? `every-${count}-${counted}` : `every-${count}-to-${high}-${counted}`;
}

function readDuration(words: Words, { before, after, base }: LimitPlace): Limit | null {
  const { from, count = '', length = '' } = words.groups;
  const amount = smallNumber(count);
  if (amount === null || PAST_BEFORE.test(before)) return null;
  if (from !== undefined) return counted(amount, length, base.date);
  if (SPEED_BEFORE.test(before)) return null;
  if (length !== '年' && !DOING_AFTER_DURATION.test(after)) return null;
  return { due: null, relative: true, doubts: ['写的是期限长短，未写明从哪天起算，请确定到期日'] };
}

function counted(amount: number, length: string, date: string | null): Limit {
  if (date === null) return { due: null, relative: true, doubts: ['从印发之日起算，但未找到成文日期，请确定到期日'] };
  if (length.includes('工作日')) {
    return { due: null, relative: true, doubts: [`从 ${date} 起按工作日计算，请按工作日历确定到期日`] };
  }
  return { due: addLength(date, amount, length), relative: true, doubts: [`从成文日期 ${date} 起算`] };
}

function addLength(date: string, amount: number, length: string): string | null {
  if (length === '年') return plusMonths(date, amount * 12);
  if (length === '个月') return plusMonths(date, amount);
  return plusDays(date, length === '周' ? amount * 7 : amount);
}

function readBareMonth(words: Words, place: LimitPlace): Limit | null {
  const { d, tail, before, pre } = words.groups;
  const named = NAMED_BEGINNING.test(pre ?? '');
  if (tail === undefined && before === undefined && !named) return null;
  if (d !== undefined && before === undefined && !named) return null;
  const year = place.lastYear ?? place.base.year;
  if (year === null) return { due: null, doubts: yearDoubts(words, null) };
  return { ...monthLimit(words, year, [inherited(place, year)]), year: place.lastYear };
}

function readBareYearEnd(words: Words, { base }: LimitPlace): Limit | null {
  if (base.year === null) return { due: null, doubts: yearDoubts(words, null) };
  return { due: `${base.year}-12-31`, doubts: [`未写明年份，按文件年份 ${base.year} 年理解`] };
}

function readBarePart(words: Words, place: LimitPlace): Limit | null {
  const { tail, before, pre } = words.groups;
  const placed = tail !== undefined || before !== undefined || pre !== undefined || CLAUSE_START.test(place.before);
  if (!placed && !DOING_AFTER_YEAR.test(place.after)) return null;
  const year = place.lastYear ?? place.base.year;
  if (year === null) return { due: null, doubts: yearDoubts(words, null) };
  return { due: partEnd(words, year), doubts: [inherited(place, year)], year: place.lastYear };
}

function readScheduleEntry(words: Words, { before, base }: LimitPlace): Limit | null {
  if (!ENTRY_START.test(before)) return null;
  if (base.year === null) return { due: null, doubts: yearDoubts(words, null) };
  const month = words.groups.all === undefined ? Number(words.groups.m) : 12;
  return {
    ...dated(lastDayOf(base.year, month), base.year, [`未写明年份，按文件年份 ${base.year} 年理解`]),
    year: null,
  };
}

function inherited({ lastYear }: LimitPlace, year: number): string {
  return lastYear === null ? `未写明年份，按文件年份 ${year} 年理解` : `未写明年份，按前文 ${year} 年理解`;
}
