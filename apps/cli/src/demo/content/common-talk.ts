/** What a lead unit writes in the months in which nothing new has begun. */
export const STEADY: readonly string[] = [
  '各项举措按计划推进，进度与上次填报相比平稳。',
  '已对照任务逐项核对进度，本阶段重点补齐薄弱环节。',
  '本阶段主要开展现场督促和数据核对。',
  '前期安排的事项已落实到单位和人员。',
  '与配合单位会商一次，明确了后续分工。',
  '已完成阶段小结，继续按节点推进。',
  '对进度偏慢的点位逐个督促，差距有所缩小。',
];

/** What a supporting unit tells the lead. */
export const SUPPORTING: readonly string[] = [
  '已提供牵头单位所需的数据和材料。',
  '本单位承担的事项已落实到人，按进度配合。',
  '派员参加了联合核对，发现的差异已更正。',
  '经费和人员保障已到位，无新增困难。',
  '已按会商意见调整配合事项的时间安排。',
  '配合开展现场核查一次，情况已反馈牵头单位。',
];
