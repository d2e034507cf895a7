const tasks = (count: number, isFloor: boolean): string =>
  isFloor ? `${count.toLocaleString('zh-CN')} 项以上` : `${count} 项`;

export const HOME_WORDS = {
  title: '首页',
  waiting: '待我办理',
  tasks,
  sentence: {
    late: (late: string, days: number) => (days === 0 ? `${late}逾期` : `${late}逾期，最久 ${days} 个工作日`),
    waiting: (all: string) => `${all}待您办理`,
    and: (waiting: string) => `；${waiting}。`,
    inTime: (waiting: string) => `${waiting}，没有逾期。`,
    since: (waiting: string, days: number) => `${waiting}，最久已等 ${days} 个工作日。`,
    noneLate: '现在没有待您办理的任务，也没有逾期。',
    none: '现在没有待您办理的任务。',
    end: '。',
  },
  lookAtLedger: '查看台账',
  more: (shown: number, all: string) => `已列出 ${shown} 项，共 ${all}，再看一些`,
  waited: (days: number) => (days === 0 ? '今天收到，' : `已等 ${days} 个工作日，`),
  elsewhere: '由他人办理',
  actBy: (day: string) => `应于 ${day} 前办理`,
  resumes: (day: string) => `${day} 恢复办理`,
  asked: (name: string, act: string, until: string | null, grounds: string) =>
    `${name}提出：${act}${until === null ? '' : `至 ${until}`}${grounds === '' ? '' : `，${grounds}`}`,
  measure: (grounds: string) => `${grounds}，请决定督办措施`,
  auditor: { title: '审计', search: '查任务', records: '办理记录与回看' },
  noTasks: '您的岗位不办理任务，系统设置在这里。',
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
