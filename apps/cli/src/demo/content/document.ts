import { addDays } from '#domain';
import { type DemoDays, inWords } from './demo-days';
import { type DemoTask } from './demo-task';
import { PAYMENT_TASKS } from './tasks-of-payment';
import { SERVICE_TASKS } from './tasks-of-service';
import { SUPERVISION_TASKS } from './tasks-of-supervision';
import { CITY } from './units';

/** The thirty tasks, in the order of the document. */
export const DEMO_TASKS: readonly DemoTask[] = [...SERVICE_TASKS, ...PAYMENT_TASKS, ...SUPERVISION_TASKS];

const TITLE = `${CITY}深化医药卫生体制改革年度重点任务`;
const NUMERALS = '一二三四五六七八九十';

/** How long before the first day the document was signed, in days. */
const SIGNED_BEFORE = 3;

/** The sample document as a policy text, with limits that fit the year. Every sentence of it is made up. */
export function documentText(days: DemoDays): string {
  const signed = addDays(days.first, -SIGNED_BEFORE);
  return [
    `${CITY}人民政府办公室关于印发${TITLE}的通知`,
    documentNumber(days),
    '各县（区）人民政府，市直有关单位：',
    `《${TITLE}》已经市政府研究同意，现印发给你们，请逐项抓好落实。`,
    `${CITY}人民政府办公室`,
    inWords(signed),
    TITLE,
    '为把年度改革事项落到实处，制定本任务。',
    ...sections(),
    '各牵头单位负总责，配合单位按时提供支持，进展情况以台账为准，不另行报送材料。',
  ]
    .map((line) => (typeof line === 'string' ? line : line(days)))
    .join('\n');
}

/** 澄政办发〔2025〕47号: on whose word the tasks are hung. */
export function documentNumber(days: DemoDays): string {
  return `澄政办发〔${addDays(days.first, -SIGNED_BEFORE).slice(0, 4)}〕47号`;
}

/** The file as somebody would upload it. */
export const DOCUMENT_FILE = `${TITLE}.txt`;

function sections(): (string | ((days: DemoDays) => string))[] {
  const names = [...new Set(DEMO_TASKS.map(({ section }) => section))];
  return names.flatMap((name, index) => [
    `${NUMERALS[index] ?? ''}、${name}`,
    ...DEMO_TASKS.flatMap((task, at) => (task.section === name ? [clauseOf(task, at + 1)] : [])),
  ]);
}

function clauseOf({ title, body, lead, support }: DemoTask, number: number): (days: DemoDays) => string {
  const others = support.length > 0 ? `；配合单位：${support.join('、')}` : '';
  const units = lead === '' ? '' : `（牵头单位：${lead}${others}）`;
  return (days) => `${number}. ${title}。${body(days)}${units}`;
}
