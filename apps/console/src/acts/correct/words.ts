import { type ActWords } from '../act';

export const words = {
  before: ({ alone }) =>
    `更正后的内容和理由记入经过，更正前的内容可在审计中逐步回看。未签收的单位可以更换，新增的单位须签收。${
      alone
        ? '移动或取消时限日期，按本任务的办理规则不需审批，时限的日期变更中写明由您一人更正。'
        : '已有单位签收后移动或取消时限日期、或新增日期已过的时限的，须由其他督查员或分管领导审批。'
    }`,
  done: () => '内容已更正',
  proposed: '已申请更正，等待其他人员审批',
  opensAsDeclined: '调整单位或更正',
  submit: '更正',
  title: '更正',
  told: {
    draft: '修改草稿',
    task: '更正',
    record: '更正文字',
    lanes: '调整责任单位',
  },
  eventFields: {
    changes: '修改内容',
    added: '增加的单位',
    'added.role': '职责',
    removed: '移出的单位',
    limit: '时限',
    owedBy: '负责单位',
    from: '由',
    to: '改为',
    cause: '',
    askedBy: '申请人',
    'askedBy.name': '姓名',
    approvedBy: '批准人',
    'approvedBy.name': '姓名',
  },
} as const satisfies ActWords;
