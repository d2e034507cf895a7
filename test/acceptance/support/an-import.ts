/** The body of an import of `count` tasks, each with one lead unit and one limit, by default far in the future. */
export function anImport(name: string, count: number, due = '2031-06-30'): object {
  const source = { kind: 'manual', title: `${name}的任务`, documentNumber: null, year: 2021, contentHash: null };
  return { source, tasks: Array.from({ length: count }, (_, index) => aDraft(`${name}第${index + 1}项`, due)) };
}

/** A task as typed in. */
function aDraft(title: string, due: string): object {
  const limit = { sourceText: `${due}前`, what: '全面推开', due, recurrence: null, dueOn: null };
  return {
    title,
    body: '推进分级诊疗制度建设，完善医保支付方式。',
    leadUnitNames: [{ name: '云岭市卫生健康委', span: null, collective: false }],
    supportUnitNames: [],
    limits: [{ limitId: 'L1', ...limit, span: null }],
    indicators: [],
    source: { documentTitle: '医改重点任务', documentNumber: null, section: '', number: '', span: null },
    doubts: [],
  };
}
