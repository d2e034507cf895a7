/** Refusals that sending the same again does not change, by code: what to do instead. */
const lasting: Readonly<Record<string, string>> = {
  'TASK.DUE_PASSED': '有时限已过，请打开任务，重新确定时限后交办。',
  'TASK.PROPOSAL_DECIDED': '该申请已由他人审批或已收回，不用再审批。',
  'TASK.NO_PROPOSAL': '该申请已由他人审批或已收回，不用再审批。',
};

/** Sending one command for each of many tasks. */
export const BATCH_WORDS = {
  progress: (done: number, total: number) => `已办 ${done} 项，共 ${total} 项`,
  bar: '办理进度',
  running: '正在逐项办理，可以停止；已办的不受影响。',
  stop: '停止',
  left: (count: number) => `还有 ${count} 项没有办理，已办的不受影响。`,
  resume: '继续办理其余项',
  failed: (count: number) => `${count} 项没有办成`,
  failedTable: '没有办成的事项',
  item: '事项',
  reason: '原因',
  retryFailed: '重试失败项',
  lasting,
  finish: '完成',
  giveUp: '其余不再办理',
} as const;
