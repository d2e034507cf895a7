export const SUPERVISION_WORDS = {
  title: '督办',
  decide: {
    title: '待我决定',
    all: (tasks: string) => `共 ${tasks}，在台账中逐项或一并决定`,
    none: '现在没有待您决定的事项。',
  },
  late: {
    title: '逾期督办',
    sentence: (tasks: string) => `${tasks}任务逾期后已催办或上报，逾期最久的在前：`,
    none: '现在没有已催办或上报的逾期任务。',
    lookAtLedger: '查看台账',
    more: '再看一些',
  },
} as const;
