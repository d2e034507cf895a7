import { type Lamp, type Role, type TurnKind } from '#domain';

const roles: Readonly<Record<Role, string>> = {
  reporter: '填报人',
  'unit-head': '单位负责人',
  'supervision-clerk': '督查员',
  verifier: '核验人',
  closer: '销号签批人',
  leader: '领导',
  auditor: '审计员',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
  engine: '系统',
};

/** What is done in each turn of a task. */
const turns: Readonly<Record<TurnKind, string>> = {
  assign: '交办',
  reply: '签收',
  work: '办理',
  reassign: '重新交办',
  check: '核验',
  close: '销号',
  suspended: '缓办',
  review: '查看',
  decide: '审批',
  answer: '答复批示',
};

const lamps: Readonly<Record<Lamp, string>> = {
  normal: '正常',
  near: '临期',
  late: '逾期',
  suspended: '缓办',
  closed: '已销号',
  terminated: '已终止',
  voided: '已作废',
};

/** Why the lamp of a limit is out while its task goes on: found done by a verifier, or only said to be done. */
const lampsOut = { done: '已完成', claimed: '已申报完成' } as const;

const authorities = { document: '文件', meeting: '会议', instruction: '领导批示' } as const;
const onBehalfWays = { phone: '电话', paper: '书面', meeting: '会议', message: '消息' } as const;
/** Before the figure of an approximate target: 约 21%. */
const about = '约';
const comparators = { '>=': '≥', '<=': '≤', '=': '=', range: '介于' } as const;

const recurrences: Readonly<Record<string, string>> = {
  daily: '每日',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
};

/** The field's words, one per idea; those of statuses and acts stand in the domain's lifecycle table. */
export const TERM_WORDS = {
  task: '任务',
  ledger: '台账',
  unit: '单位',
  leadUnit: '牵头单位',
  supportUnit: '配合单位',
  limit: '时限',
  indicator: '指标',
  evidence: '佐证材料',
  number: '编号',
  status: '状态',
  lamp: '亮灯',
  progress: '进展',
  practice: '练习',
  roles,
  lamps,
  lampsOut,
  turns,
  measures: { bulletin: '通报', talk: '约谈', listed: '挂牌督办' },
  ledgerKind: '台账类别',
  authorities,
  onBehalfWays,
  about,
  comparators,
  recurrences,
  everyYears: (years: string) => `每${years}年`,
} as const;
