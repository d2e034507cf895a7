/** What waits for a person, in a word, the most pressing first: of the home and of the filter that it leads to. */
const kinds = {
  decide: '待审批',
  close: '待销号',
  check: '待核验',
  declined: '退件',
  reassign: '待重新交办',
  assign: '待交办',
  confirm: '待确认',
  review: '待查看',
  accept: '待签收',
  answer: '待答复批示',
  request: '待申请销号',
  record: '待代录签收',
  overdue: '逾期督办',
  urge: '待催办',
  work: '在办',
  away: '送审或缓办',
  late: '逾期',
} as const;

/** Buttons that say more than the act's bare word, by kind. */
const acts: Readonly<Partial<Record<keyof typeof kinds, string>>> = {
  check: '核验',
  declined: '调整单位',
  reassign: '重新交办',
  review: '催办',
};

/** What an act did, in its row. */
const done: Readonly<Partial<Record<string, string>>> = {
  'task.confirm': '已确认',
  'task.hang': '已挂账',
  'task.assign': '已交办',
  'task.correct': '已更正',
  'task.accept': '已签收',
  'task.accept-on-behalf': '已代录签收',
  'task.answer-instruction': '已答复批示',
  'task.report': '今天已填报',
  'task.request-closure': '已申请销号',
  'task.verify': '已核验',
  'task.close': '已销号',
  'task.decide-proposal': '已审批',
  'task.urge': '今天已催办',
  'task.instruct': '今天已批示',
  'task.note-read': '已阅',
};

export const WAIT_WORDS = { kinds, acts, done, doneAnyhow: '已办理' } as const;
