import { type ActWords } from '../act';

export const words = {
  before: ({ role, leads }) =>
    role === 'support'
      ? `本单位负责配合。进展记在本单位名下，并通知${leads}的填报人。写有存在问题或需协调事项的，同时通知督查员。`
      : '进展即时记入台账。写有存在问题或需协调事项的，同时通知督查员。',
  done: () => '进展已记入台账',
  submit: '提交进展',
  title: '填报进展',
  told: {
    reported: '填报进展',
    percent: (value: number) => `完成 ${value}%`,
    percentMoved: (points: string) => `较上次 ${points}`,
    percentSame: '与上次持平',
    reading: (name: string, value: string) => `${name} ${value}`,
    limitsDone: (limits: string) => `已完成${limits}`,
    period: (period: string, duty: string) => `${period}“${duty}”`,
    someDone: (count: number) => `已完成 ${count} 项时限要求`,
    files: (count: number) => `佐证 ${count} 份`,
  },
  eventFields: {
    texts: '填报内容',
    progress: '进展情况',
    problems: '存在问题',
    nextSteps: '下一步措施',
    helpNeeded: '需协调事项',
    percent: '完成百分比',
    readings: '指标数据',
    readOn: '统计日期',
    done: '已完成的时限',
    'done.on': '完成日期',
  },
} as const satisfies ActWords;
