/** Short titles of the events that no act of a person brings; those of an act stand in the act's own words. */
const titles = {
  'task.drafted': '读入草稿',
  'rung.fired': '系统提醒',
  'ledger.created': '建立台账',
  'ledger.marked-practice': '标为练习台账',
  'ledger.import-started': '导入任务',
  'ledger.import-completed': '导入完成',
  'number.reserved': '预留销号文号',
  'number.used': '使用销号文号',
  'number.voided': '作废销号文号',
  'numbering.reserved': '预留台账编号',
  'numbering.used': '使用台账编号',
  'numbering.released': '释放台账编号',
  'unit.created': '建立单位',
  'unit.renamed': '单位更名',
  'unit.alias-added': '登记单位别名',
  'post.granted': '授予岗位',
  'post.granted-for-practice': '授予练习岗位',
  'post.revoked': '撤销岗位',
  'calendar.published': '发布工作日历',
  'policy.published': '发布办理规则',
  'rules.moved': '换用新规则',
  'installation.founded': '启用本套台账',
} as const;

/** When a rung of a ladder is due, by the kind and the working days that its id says. */
function rungDay(kind: string, days: string): string {
  if (kind === 'due') return '到期当日';
  if (kind === 'notice') return `重复提醒第 ${days} 次`;
  return kind === 'remind' ? `到期前 ${days} 个工作日` : `逾期 ${days} 个工作日`;
}

const values = {
  limits: { confirmed: '已核对', none: '没有时限' },
  sourceKinds: { document: '文件', manual: '手工录入' },
  laneRoles: { lead: '牵头', support: '配合' },
  moveKinds: {
    set: '首次确定',
    correction: '更正',
    extension: '延期',
    suspension: '缓办',
    calendar: '工作日历调整',
    return: '退回整改',
  },
  countingUnits: { 'calendar-day': '自然日', 'working-day': '工作日', month: '月' },
  resumedBy: { person: '人工恢复', engine: '到期自动恢复' },
  proposalResults: { approved: '同意', refused: '不同意', overtaken: '已不适用', 'taken-back': '已收回' },
  splitWays: { units: '按单位', periods: '按期次', measures: '按举措' },
  progressRules: { average: '各子任务进度的平均值', all: '已销号的子任务所占比例' },
  indicatorRules: { sum: '各子任务最新值相加', average: '各子任务最新值的平均值', all: '达标的子任务数' },
  endings: { closed: '已销号', voided: '已作废', terminated: '已终止' },
  ledgerNumbers: { code: '任务编号前缀', 'closing-prefix': '销号文号前缀' },
  toldAs: { own: '告知', copy: '抄送', above: '上报' },
  owed: { named: '写明理由后可以销号', refused: '不能销号' },
  targets: { shown: '提示销号人', met: '达标才能按已整改销号' },
  recipients: { handler: '经办人', 'unit-head': '单位负责人', leader: '分管领导', office: '督查部门' },
  holds: { new: '用于新交办的任务', open: '用于新交办和在办的任务' },
  rungKinds: {
    remind: '提前提醒',
    due: '到期当日',
    urge: '催办',
    escalate: '升级督办',
    propose: '建议通报约谈',
    notice: '再次上报',
  },
  rungDay,
  policyVersions: {
    office: (version: string) => `全单位第 ${version} 版`,
    ledger: (version: string) => `本台账第 ${version} 版`,
  },
};

export const EVENT_WORDS = {
  titles,
  values,
  nth: (place: number) => `第 ${place} 项`,
  yes: '是',
  no: '否',
  /** One event in full. */
  who: '办理人',
  role: '岗位',
  forUnit: '所属单位',
  statedDay: '办理日期',
  recorded: '登记时间',
  position: '总序号',
  revision: '次序',
  revisionOfTask: (revision: number) => `本任务第 ${revision + 1} 条`,
  revisionOf: (revision: number) => `第 ${revision + 1} 条`,
  seal: '核对码',
  content: '内容',
  raw: '原始记录',
  showRaw: '查看原始记录',
  rawDenied: '原始记录仅督查员和审计员可以查看。',
  noContent: '这条记录没有更多内容。',
  byProgram: '由系统按规则记录',
} as const;
