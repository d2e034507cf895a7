import { type DraftData } from './fixture-steps';

/** No divisor of what statuses and sections go by, so that every unit has tasks in each. */
export const UNITS = 37;
/** Sections of the document that the tasks come from. */
export const SECTIONS = 12;

const TOPICS = ['医疗信息平台建设', '医保支付方式改革', '分级诊疗制度', '基层人才队伍', '药品集中采购', '家庭医生签约'];

/** The name of the unit that leads the n-th task. */
export function unitName(index: number): string {
  return `第${(index % UNITS) + 1}测试单位`;
}

/** The section of the n-th task. */
export function sectionOf(index: number): string {
  return `第${(index % SECTIONS) + 1}部分`;
}

/** The draft of the n-th of very many tasks in a ledger: its topic, unit and section follow from its number. */
export function numberedDraft(
  index: number,
  ledgerId: string,
  year: number,
  limits: DraftData['content']['limits'],
): DraftData {
  const topic = TOPICS[index % TOPICS.length] ?? '';
  return {
    ledgerId,
    importId: ledgerId,
    serial: index + 1,
    source: {
      documentTitle: '测速文件',
      documentNumber: null,
      section: sectionOf(index),
      number: `${index + 1}.`,
      span: null,
    },
    content: {
      title: `推进${topic}（第${index + 1}项）`,
      body: `深化改革，围绕${topic}统一标准，分批推进各级医疗机构，${year}年底前建成平台并投入使用，年度评估结果纳入考核。`,
      leadUnitNames: [{ name: unitName(index), span: null, collective: false }],
      supportUnitNames: [],
      limits,
      indicators: [],
      doubts: [],
    },
  };
}
