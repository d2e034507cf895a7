import { type Day, dayOf, endOfMonth } from '#domain';
import { smallNumber, yearInDigits } from './chinese-number';
import { readDuration } from './deadline-duration';
import { readRecurrence } from './deadline-recurrence';
import { type DeadlineBase, type Limit, type LimitForm, type LimitPlace, type Words } from './deadline.types';
import {
  AIM_BEFORE_YEAR,
  BEFORE,
  BEGINNING,
  DAY,
  VERB_AFTER_YEAR,
  DURATION,
  ENTRY_START,
  LIMIT_PREFIX,
  MONTH,
  MONTH_NUMBER,
  NOUN_AFTER_YEAR,
  PART_OF_YEAR,
  PARTS_OF_YEAR,
  PLAN_ENDS,
  PLACE_IN_PERIOD,
  RECURRENCE,
  RELATIVE_YEARS,
  SCHEDULE_ENTRY,
  YEAR,
} from './deadline.words';

const MONTH_DAY = '\\d{1,2} ?月(?: ?\\d{1,2} ?[日号])?';
const CLAUSE_START = /(?:^|[。；，：！？\n（）“”])[ ]?$/u;
const NO_YEAR = '未写明年份，文件也没有可用的年份，请补上日期';
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
    `${RECURRENCE}${PLACE_IN_PERIOD}(?: ?(?<rm>\\d{1,2}) ?月)?(?:(?<rtail>底|末|上旬|中旬|下旬)|(?<rd>\\d{1,2}) ?[日号])?(?:${BEFORE})?`,
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

function yearIn({ groups }: Words, base: DeadlineBase): number | null {
  const printed = groups.y4 ?? groups.yc;
  if (printed !== undefined) return yearInDigits(printed);
  if (groups.y2d !== undefined) return 2000 + Number(groups.y2d);
  const offset = RELATIVE_YEARS.get(groups.yr ?? '');
  return offset === undefined || base.year === null ? null : base.year + offset;
}

/** Doubts about a year that is not printed in full. */
function yearDoubts({ groups }: Words, year: number | null): string[] {
  if (groups.y4 !== undefined || groups.yc !== undefined) return [];
  if (year === null) return [NO_YEAR];
  const words = groups.y2d === undefined ? `“${groups.yr ?? ''}”按文件年份理解为` : `年份只写了两位，理解为`;
  return [`${words} ${year} 年`];
}

type ReadInYear = (year: number, doubts: readonly string[]) => Limit;

/** Reads a limit whose words name their year (2021年, 明年). */
function inNamedYear(words: Words, { base }: LimitPlace, read: ReadInYear): Limit {
  const year = yearIn(words, base);
  const doubts = yearDoubts(words, year);
  return year === null ? { due: null, doubts } : read(year, doubts);
}

/** Reads a limit without a year in the year named before it in the sentence, or else in the year of the document. */
function inContextYear({ base, lastYear }: Pick<LimitPlace, 'base' | 'lastYear'>, read: ReadInYear): Limit {
  const year = lastYear ?? base.year;
  if (year === null) return { due: null, doubts: [NO_YEAR] };
  const origin = lastYear === null ? `按文件年份 ${year} 年理解` : `按前文 ${year} 年理解`;
  return { ...read(year, [`未写明年份，${origin}`]), year: lastYear };
}

function inDocumentYear({ base }: LimitPlace, read: ReadInYear): Limit {
  return inContextYear({ base, lastYear: null }, read);
}

function dated(due: Day | null, year: number, doubts: readonly string[], alternatives: readonly Day[] = []): Limit {
  return { due, alternatives, year, doubts: due === null ? [...doubts, '这一天不存在，请核对原文'] : doubts };
}

function yearEnd(year: number): Day | null {
  return dayOf(year, 12, 31);
}

function monthEnd(year: number, month: number): Day | null {
  const first = dayOf(year, month, 1);
  return first && endOfMonth(first);
}

function endOfMonthBefore(year: number, month: number): Day | null {
  return month === 1 ? yearEnd(year - 1) : monthEnd(year, month - 1);
}

function readWindow(words: Words, { base }: LimitPlace): Limit | null {
  const { y2, m2, d2 } = words.groups;
  const first = yearIn(words, base);
  if (first === null || (y2 === undefined && m2 === undefined)) return null;
  const year = y2 === undefined ? first : Number(y2);
  const month = m2 === undefined ? 12 : Number(m2);
  const due = d2 === undefined ? monthEnd(year, month) : dayOf(year, month, Number(d2));
  return dated(due, year, ['写的是一段时间，取最后一天；如为政策执行期则不是完成时限']);
}

function readDate(words: Words, place: LimitPlace): Limit {
  const { m, d } = words.groups;
  return inNamedYear(words, place, (year, doubts) => dated(dayOf(year, numberIn(m), numberIn(d)), year, doubts));
}

/** 2021-12-31 is a limit only with 前 or a word for a limit in front; otherwise it is a date of something else. */
function readNumericDate(words: Words, place: LimitPlace): Limit | null {
  return words.groups.pre === undefined && !new RegExp(`${BEFORE}$`, 'u').test(words.text)
    ? null
    : readDate(words, place);
}

function readMonth(words: Words, place: LimitPlace): Limit {
  return inNamedYear(words, place, (year, doubts) => monthLimit(words, year, doubts));
}

/** 6月底前 is the end of June. 6月前 is read as before June begins, and its end is kept as the other reading. */
function monthLimit({ groups }: Words, year: number, doubts: readonly string[]): Limit {
  const month = numberIn(groups.m);
  const end = monthEnd(year, month);
  if (groups.d !== undefined) return dated(dayOf(year, month, numberIn(groups.d)), year, doubts);
  if (groups.tail === '上旬') return dated(dayOf(year, month, 10), year, doubts);
  if (groups.tail === '中旬') return dated(dayOf(year, month, 20), year, doubts);
  if (groups.tail !== undefined || groups.before === undefined || end === null) return dated(end, year, doubts);
  const doubt = `“${month}月前”按该月开始之前理解，也可能指 ${end}`;
  return dated(endOfMonthBefore(year, month), year, [...doubts, doubt], [end]);
}

function readPartOfYear(words: Words, place: LimitPlace): Limit {
  return inNamedYear(words, place, (year, doubts) => dated(partEnd(words, year), year, doubts));
}

function partEnd({ groups }: Words, year: number): Day | null {
  const [month, day] = PARTS_OF_YEAR.get((groups.part ?? '').replace(/[第 ]/gu, '')) ?? [12, 31];
  return dayOf(year, month, day);
}

function readYearEnd(words: Words, place: LimitPlace): Limit {
  return inNamedYear(words, place, (year, doubts) => dated(yearEnd(year), year, doubts));
}

/** 2023年前 is read as before 2023 begins; many writers mean its end, so that day is kept as the other reading. */
function readYearBefore(words: Words, place: LimitPlace): Limit {
  return inNamedYear(words, place, (year, doubts) => {
    const doubt = `“${year}年前”按 ${year} 年开始之前理解，也可能指 ${year}-12-31`;
    return dated(yearEnd(year - 1), year, [...doubts, doubt], [`${year}-12-31`]);
  });
}

function readBareYear(words: Words, { before, after, base }: LimitPlace): Limit | null {
  const year = yearIn(words, base);
  if (year === null || words.text.endsWith('度') || NOUN_AFTER_YEAR.test(after)) return null;
  if (base.year !== null && year < base.year) return null;
  const aimed = words.groups.pre !== undefined || AIM_BEFORE_YEAR.test(before) || CLAUSE_START.test(before);
  if (!aimed && !VERB_AFTER_YEAR.test(after)) return null;
  return dated(yearEnd(year), year, [...yearDoubts(words, year), '只写了年份，按该年年底理解']);
}

function readPlanEnd({ groups }: Words): Limit | null {
  const year = PLAN_ENDS.get(groups.plan ?? '');
  return year === undefined ? null : dated(yearEnd(year), year, [`“${groups.plan ?? ''}”末按 ${year} 年年底理解`]);
}

function readBareMonth(words: Words, place: LimitPlace): Limit | null {
  const { d, tail, before, pre } = words.groups;
  const named = NAMED_BEGINNING.test(pre ?? '');
  if (tail === undefined && before === undefined && !named) return null;
  if (d !== undefined && before === undefined && !named) return null;
  return inContextYear(place, (year, doubts) => monthLimit(words, year, doubts));
}

function readBareYearEnd(_words: Words, place: LimitPlace): Limit {
  return inDocumentYear(place, (year, doubts) => dated(yearEnd(year), year, doubts));
}

function readBarePart(words: Words, place: LimitPlace): Limit | null {
  const { tail, before, pre } = words.groups;
  const placed = tail !== undefined || before !== undefined || pre !== undefined || CLAUSE_START.test(place.before);
  if (!placed && !VERB_AFTER_YEAR.test(place.after)) return null;
  return inContextYear(place, (year, doubts) => dated(partEnd(words, year), year, doubts));
}

function readScheduleEntry({ groups }: Words, place: LimitPlace): Limit | null {
  if (!ENTRY_START.test(place.before)) return null;
  const month = groups.all === undefined ? Number(groups.m) : 12;
  return inDocumentYear(place, (year, doubts) => dated(monthEnd(year, month), year, doubts));
}
