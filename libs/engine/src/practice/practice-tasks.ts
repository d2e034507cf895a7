import { addDays, addWorkingDays, type CompiledCalendar, type Day, type DraftContent, type CommandOf } from '#domain';
import { PRACTICE_BUREAUS } from './practice-units';

type Import = Extract<CommandOf<'ledger'>, { type: 'ledger.import' }>['data'];
type Limit = DraftContent['limits'][number];

/** Long enough for every reminder before the due day to come, short enough to be seen from the first day. */
const WORKING_DAYS = 15;
/** A yearly goal that begins with less than these days to its end is set for the year after. */
const LEAST_DAYS_TO_YEAR_END = 45;

const [LEAD, SUPPORT] = PRACTICE_BUREAUS;
const UNDATED = { due: null, recurrence: null, dueOn: null, span: null };

/**
 * The sample document of a practice ledger: a made-up city's plan with a dated task, a recurring one, and one with an indicator
 * and something that its reading leaves open.
 * @param today the day from which its limits are counted
 */
export function practiceImport(today: Day, calendar: CompiledCalendar): Import {
  const title = '澄溪市民生实事推进方案（练习用，内容虚构）';
  const year = yearOf(today);
  const source = { documentTitle: title, documentNumber: `澄政办练〔${year}〕1号`, span: null };
  const tasks = [parks(today, calendar), housing(), doctors(today)];
  const sections = ['一、城市建设', '一、城市建设', '二、公共服务'];
  return {
    source: { kind: 'document', title, documentNumber: source.documentNumber, year, contentHash: null },
    tasks: tasks.map((task, index) => ({
      ...task,
      source: { ...source, section: sections[index] ?? '', number: `（${'一二三'[index] ?? ''}）` },
    })),
  };
}

type Sample = Omit<DraftContent, 'source'>;

function parks(today: Day, calendar: CompiledCalendar): Sample {
  const due = addWorkingDays(today, WORKING_DAYS, calendar);
  const words = `${wordsOf(due)}前`;
  return {
    title: '建成5个口袋公园',
    body: `${words}建成5个口袋公园并向市民开放，完善座椅、照明和无障碍设施。`,
    leadUnitNames: [named(LEAD)],
    supportUnitNames: [named(SUPPORT)],
    limits: [{ ...UNDATED, limitId: 'L1', sourceText: words, what: '建成5个口袋公园并开放', due }],
    indicators: [],
    doubts: [],
  };
}

function housing(): Sample {
  const limit: Limit = { ...UNDATED, limitId: 'L1', sourceText: '每月', what: '报送改造进展', recurrence: 'monthly' };
  return {
    title: '推进老旧小区改造',
    body: '推进12个老旧小区改造，解决管网老化、停车困难等问题，每月报送改造进展。',
    leadUnitNames: [named(LEAD)],
    supportUnitNames: [],
    limits: [limit],
    indicators: [],
    doubts: [],
  };
}

function doctors(today: Day): Sample {
  const thisYear = `${yearOf(today)}-12-31`;
  const due = addDays(today, LEAST_DAYS_TO_YEAR_END) <= thisYear ? thisYear : `${yearOf(today) + 1}-12-31`;
  return {
    title: '提高家庭医生签约服务覆盖率',
    body: '年底前重点人群家庭医生签约服务覆盖率达到75%以上，规范履约服务。',
    leadUnitNames: [named(LEAD)],
    supportUnitNames: [named(SUPPORT)],
    limits: [{ ...UNDATED, limitId: 'L1', sourceText: '年底前', what: '重点人群签约服务覆盖率达标', due }],
    indicators: [
      {
        indicatorId: 'I1',
        name: '重点人群家庭医生签约服务覆盖率',
        op: '>=',
        value: 75,
        max: null,
        unit: '%',
        approximate: false,
        sourceText: '达到75%以上',
        span: null,
      },
    ],
    doubts: [{ field: 'limits', message: `原文“年底前”没有写明年份，已按${yearOf(due)}年读取，请核对。` }],
  };
}

function named(name: string): DraftContent['leadUnitNames'][number] {
  return { name, span: null, collective: false };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** A day as documents write it: 2026年3月5日. */
function wordsOf(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
