const tasks = (count: number, isFloor: boolean): string =>
  isFloor ? `${count.toLocaleString('zh-CN')} 项以上` : `${count} 项`;

/** What an auditor looks at first, counted. */
const decisive = {
  closed: (count: number) => `销号 ${count} 项`,
  ended: (count: number) => `终止或作废 ${count} 项`,
  measures: (count: number) => `决定督办措施 ${count} 次`,
  level: (count: number) => `申请降低等级保护级别 ${count} 次`,
  accounts: (count: number) => `岗位和口令变动 ${count} 次`,
} as const;

export const HOME_WORDS = {
  title: '首页',
  waiting: '待我办理',
  tasks,
  sentence: {
    late: (late: string, days: number) => (days === 0 ? `${late}逾期` : `${late}逾期，最久 ${days} 个工作日`),
    /** Of what is late: what was urged or read today, or is being checked. */
    resting: (count: number) => `，其中 ${count} 项现在不用您办理`,
    over: (count: number) => `，其中 ${count} 项已过办理期限`,
    listedToo: (count: number) => `，另列 ${count} 项现在不用您办理`,
    waiting: (all: string) => `${all}待您办理`,
    and: (waiting: string) => `；${waiting}。`,
    inTime: (waiting: string) => `${waiting}，没有逾期。`,
    since: (waiting: string, days: number) => `${waiting}，最久已等 ${days} 个工作日。`,
    noneLate: '现在没有待您办理的任务，也没有逾期。',
    none: '现在没有待您办理的任务。',
    /** After what is late, where nothing waits for the reader. */
    endOfLate: '，现在没有待您办理的任务。',
    end: '。',
  },
  batch: (act: string) => `批量${act}`,
  lookAtLedger: '查看台账',
  more: (shown: number, all: string) => `已列出 ${shown} 项，共 ${all}，再看一些`,
  waited: (days: number) => (days === 0 ? '今天收到，' : `已等 ${days} 个工作日，`),
  unheard: (days: number) => `没有时限，已 ${days} 个工作日没有新情况`,
  elsewhere: '由他人办理',
  /** Of a row without a late limit: what was brought to the reader is an answer, or another unit's part. */
  brought: '签收、答复或配合事项超时',
  dueOfTask: '任务时限',
  taskDayOver: (day: string) => `任务时限 ${day} 已过`,
  answerBy: (day: string) => `应于 ${day} 前答复，`,
  /** The day by which the reader was to act; a limit is late, which is another matter. */
  over: (days: number) => (days === 0 ? '已过期限' : `已过期限 ${days} 个工作日`),
  also: (kinds: string) => `同时${kinds}`,
  /** Below the counts, where one task is in several of them. */
  counted: '一项任务同时待办几件事的，分别计数，下面列为一行，写明各件事。',
  actBy: (day: string) => `应于 ${day} 前办理`,
  resumes: (day: string) => `${day} 恢复办理`,
  asked: (name: string, act: string, until: string | null, grounds: string) =>
    `${name}提出：${act}${until === null ? '' : `至 ${until}`}${grounds === '' ? '' : `，${grounds}`}`,
  /** The grounds are those of the day: since then more has passed. */
  measure: (on: string, grounds: string) => `${on} 提出：${grounds}，请决定督办措施`,
  /** Measures that a leader decided on today. */
  decided: (measures: string) => `今天已决定${measures}`,
  auditor: {
    title: '审计',
    search: '查任务',
    records: '办理记录与回看',
    all: '全部记录',
    counted: (days: number, counts: readonly (readonly [keyof typeof decisive, number])[], more: boolean) =>
      `最近 ${days} 天${more ? '仅列最新 200 条' : ''}：${counts.map(([kind, count]) => decisive[kind](count)).join('，')}。`,
    none: (days: number) => `最近 ${days} 天没有销号、终止、作废，也没有岗位和口令变动。`,
    noneOfAccounts: (days: number) => `最近 ${days} 天没有岗位和口令变动。`,
  },
  accounts: {
    title: '账号与岗位',
    sentence: (own: number, others: number, waited: number) => {
      if (own > 0 && waited > 0) return `${own} 项账号申请待您审批，最久已等 ${waited} 个工作日。`;
      if (own > 0) return `${own} 项账号申请待您审批。`;
      return others > 0 ? `${others} 项账号申请待其他管理员审批。` : '现在没有待审批的账号申请。';
    },
    grant: (name: string, unit: string, role: string) => `授予${name}${unit}的${role}岗位`,
    reset: (name: string) => `重置${name}的口令`,
    by: (name: string, day: string) => `${name} ${day} 提出`,
    waited: (days: number) => `已等 ${days} 个工作日`,
    late: '逾期未审批',
  },
  lowering: {
    asked: (name: string, day: string, reason: string) => `${name} ${day} 申请将等级保护由三级降为二级：${reason}`,
    own: '由另一名系统管理员在三十日内发布同样的级别后生效；要撤销申请，请保留三级再发布一版规则。',
    decide: '请核对后在“规则”页决定：同意的，发布二级；不同意的，保留三级发布一版并写明理由。',
  },
  noTasks: '您的岗位不办理任务。',
  since: '自上次以来的变化',
  sinceNone: '上次查看以后没有新的通知。',
  all: '全部通知',
  standing: '任务情况',
  standingNone: '台账中还没有任务。',
  chooseLedger: '在上方选择一本台账，这里列出它的任务情况。',
  worst: '逾期最久的任务',
  count: (word: string, count: number, isFloor: boolean) =>
    `${word} ${count.toLocaleString('zh-CN')}${isFloor ? '+' : ''}`,
  noLedger: '还没有台账。导入第一份文件，任务就在这里。',
  import: '导入文件',
  noOffice: '还没有台账。按“开始使用”的几步建立单位和人员，再导入第一份文件。',
  start: '开始使用',
} as const;
