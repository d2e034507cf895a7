import { EVENT_FIELD_WORDS as fields } from './event-fields.words';
import { EVENT_WORDS } from './events.words';
import { PART_WORDS } from './parts.words';

const { values } = EVENT_WORDS;

/** One rung of a ladder, by its kind and its working days before or after the due day. */
function rungDay(kind: string, days: number): string {
  if (kind === 'due') return '到期当日';
  return kind === 'remind' ? `到期前第 ${days} 个工作日` : `第 ${days} 个工作日`;
}

const preview: Readonly<Record<string, (tasks: number) => string>> = {
  remind: (tasks) => `${tasks} 项任务今天会提前提醒`,
  due: (tasks) => `${tasks} 项任务今天会提醒到期`,
  urge: (tasks) => `${tasks} 项任务今天会催办`,
  escalate: (tasks) => `${tasks} 项任务今天会升级`,
  propose: (tasks) => `${tasks} 项任务今天会建议通报约谈`,
  notice: (tasks) => `${tasks} 项任务今天会再次上报`,
};

/** The words of 办理规则. */
export const RULE_WORDS = {
  about:
    '提醒梯级、办理期限、验收标准、必备佐证、销号条件和两人办理都按这里的规则。每次发布成为一版，任务记着自己所依的版本。',
  mayNot: '办理规则由系统管理员发布，这里只供查看。',
  scope: '适用范围',
  office: '全单位',
  ownRules: (version: string) => `本台账使用自己的规则：${version}`,
  officeRules: (version: string) => `本台账没有自己的规则，使用${version}。`,
  copied: '编辑从全单位规则的副本开始，发布后本台账不再跟随全单位规则。',
  inForce: (version: string) => `现行规则：${version}`,
  officeOnly: '没有自己规则的台账都使用全单位规则。',
  edit: '修改规则',
  editOwn: '为本台账另定规则',
  builtIn: '随程序提供',
  behind: (tasks: number) => `还有 ${tasks} 项在办任务正在换用已发布的规则或工作日历，完成后这里不再显示。`,
  parts: {
    ladders: '提醒梯级',
    clocks: fields['clocks'] ?? '',
    acceptance: fields['acceptance'] ?? '',
    evidence: fields['policy.evidence'] ?? '',
    closing: fields['policy.closing'] ?? '',
    owed: fields['closing.owed'] ?? '',
    targets: fields['closing.targets'] ?? '',
    secondPerson: fields['secondPerson'] ?? '',
    protectionLevel: fields['protectionLevel'] ?? '',
  },
  hints: {
    acceptance: '每行一项。核验通过时逐项确认；已经申请销号的任务，仍按申请时的标准核验。不写则只填核验结论。',
    evidence: '每行一类。牵头单位申请销号前，每一类至少上传一份；不写则不作要求。',
    secondPerson:
      '选中的事项须由另一人审批，未选的由一人直接办理并记入经过。更正指签收后移动或取消时限日期。作废、终止和申请延期始终须两人办理。',
    protectionLevel:
      '对今后授予的岗位生效。三级时系统、安全、审计管理员须由三人分任，且不兼任台账中的岗位；已有的岗位不会自动撤销，请在“人员”中逐一核对。',
  },
  ladders: { limits: '责任单位的时限', replies: '签收', holders: '督查、核验、销号、审批' },
  clock: (name: string) => fields[`clocks.${name}`] ?? name,
  months: '个月',
  workingDays: '个工作日',
  kinds: values.rungKinds,
  recipients: values.recipients,
  owed: values.owed,
  targets: values.targets,
  columns: { kind: '梯级', day: '时间', at: '时刻', told: '通知' },
  rungDay,
  sides: { remind: '到期前', due: '', after: '逾期' },
  noticesTitle: '重复提醒',
  noticesOn: '最后一级之后，仍未完成的继续重复提醒',
  noNotices: '不重复提醒',
  noticesText: (from: number, every: number) => `从第 ${from} 个工作日起，每 ${every} 个工作日一次`,
  noticesFrom: '从第几个工作日起',
  noticesEvery: '每隔几个工作日',
  nthRung: (ladder: string, place: number, what: string) => `${ladder}第 ${place} 级的${what}`,
  ofNotices: (ladder: string, what: string) => `${ladder}重复提醒的${what}`,
  days: '天数',
  timeHint: '08:50',
  addRung: '增加一级',
  removeRung: (ladder: string, place: number) => `删除${ladder}第 ${place} 级`,
  remove: '删除',
  level: (level: number) => (level === 3 ? '三级' : '二级'),
  none: '无',
  changes: '与现行规则相比',
  noChanges: '与现行规则相同。',
  difference: {
    changed: (what: string, before: string, after: string) => `${what}：${before} → ${after}`,
    changedTo: (what: string, now: string) => `${what}：${now}`,
    added: (what: string) => `增加 ${what}`,
    removed: (what: string) => `删除 ${what}`,
    of: (ladder: string, what: string) => `${ladder}：${what}`,
    rung: (kind: string, day: string, at: string, told: string) => `${kind}（${day} ${at}，通知${told}）`,
    named: (kind: string, day: string) => `${kind}（${day}）`,
    at: (what: string) => `${what}的时刻`,
    told: (what: string) => `${what}的通知对象`,
    notices: (from: number, every: number, at: string, told: string) =>
      `第 ${from} 个工作日起每 ${every} 个工作日 ${at}，通知${told}`,
    line: (name: string) => `“${name}”`,
  },
  and: PART_WORDS.and,
  holdsFor: '用于哪些任务',
  holds: { new: '仅新交办的任务', open: '连同在办的任务' },
  holdsTold: values.holds,
  reason: '发布原因',
  reasonHint: '如：按年度工作安排调整提醒梯级。原因记入经过。',
  reasonMissing: '请填写发布原因。',
  clauses: (told: readonly string[]) => told.join('；'),
  preview: '试算',
  previewFirst: '连同在办任务发布前，请先试算今天会带来的提醒和升级。',
  previewed: (tasks: number) => (tasks === 0 ? '没有在办任务换用新规则。' : `在办任务 ${tasks} 项将换用新规则`),
  previewToday: preview,
  previewNothing: '今天不会因此增加提醒或升级。',
  examples: '例如',
  example: (number: string, title: string) => [number, title].filter((part) => part !== '').join(' '),
  publish: '发布规则',
  published: '新的办理规则已发布',
  drop: '放弃修改',
  faults: (count: number) => `有 ${count} 处需要更正，已标出。`,
  fault: {
    number: '请填写整数，并在允许的范围内。',
    time: '请填写时刻，如 08:50。',
    noRungs: '请至少保留一级。',
    lines: '每行一项，每项最多 60 字，最多 20 项，同一项不写两次。',
    other: '请更正这一处。',
  },
  history: '历次版本',
  historyColumns: { version: '版本', when: '发布时间', who: '发布人', why: '原因', holds: '用于' },
  inForceMark: '现行',
  read: '查看',
  readOf: (version: string) => `查看${version}`,
  sinceBefore: (version: string) => `与${version}相比`,
} as const;
