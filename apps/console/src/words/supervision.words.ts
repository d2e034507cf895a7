export const SUPERVISION_WORDS = {
  title: '督办',
  decide: {
    none: '现在没有待您审批的事项。',
  },
  late: {
    title: '已催办或上报',
    sentence: (tasks: string) => `${tasks}任务逾期后已催办或上报，现在逾期最久的在前：`,
    none: '现在没有已催办或上报的逾期任务。',
    lookAtLedger: '查看台账',
    more: '再看一些',
    /** The rung on which a delay stands, and since which day. */
    stands: (rung: string, since: string) => `${rung}，${since} 起`,
    next: (day: string, rung: string) => `下一步：${day} ${rung}`,
    noNext: '下一步：没有待发的自动提醒',
    told: '时限、告知和已阅情况',
  },
} as const;
