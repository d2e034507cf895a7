/** The words of posts that are missing for a task to reach its end. */
export const POST_GAP_WORDS = {
  title: '任务要办到销号，还缺这些岗位',
  after: '办理后会出现这些问题',
  where: (ledger: string | null) => (ledger === null ? '' : `“${ledger}”`),
  lacks: {
    clerk: '缺督查员：没有人能立账和交办任务。',
    verifier: '缺核验人：申请销号后没有人核验。',
    'other-verifier': '缺一名不交办任务的核验人：现在能核验的人就是唯一的督查员，交办的人不能核验。',
    closer: '缺销号签批人：核验通过后没有人签批销号。',
    'other-closer': '缺一名不核验的销号签批人：现在能签批的人就是唯一的核验人，核验的人不能签批。',
    decider: '缺第二名督查员或领导：作废、终止、申请延期须由另一人审批，现在没有另一人。',
    leader: '缺领导：单位逾期后的通报、约谈、挂牌督办没有人能决定。',
  },
  deciderOf: (unit: string) =>
    `缺一名不在“${unit}”任职的督查员，或分管该单位、不在该单位任职的领导：由该单位牵头的任务，申请延期、缓办、作废没有另一人能审批。`,
  leaderOf: (unit: string) =>
    `缺一名分管“${unit}”、不在该单位任职的领导：该单位逾期后的通报、约谈、挂牌督办没有人能决定。`,
  ofUnit: (unit: string, judge: string) =>
    `缺一名不在“${unit}”任职的${judge}：现有的都在该单位任职或不能兼办，由该单位牵头或配合的任务办不到销号。`,
  tasks: {
    verify: (count: number, names: string) =>
      `${count} 项在办任务没有人能核验：${names}。有此岗位的人都办过该任务的其他环节，或在其责任单位任职。`,
    close: (count: number, names: string) =>
      `${count} 项在办任务没有人能签批销号：${names}。有此岗位的人都办过该任务的其他环节，或在其责任单位任职。`,
  },
  andMore: (names: string) => `${names} 等`,
  tooFew: (people: number, fewest: number) =>
    `现在能登录并有岗位的有 ${people} 人，不足 ${fewest} 人，请只用练习台账。正式任务的交办、填报、核验、签批和审计须由 ${fewest} 人分别办理（督查员可兼管理员，填报人可兼单位负责人，签批人可兼领导），人手不够时同一人会审自己经手的事。`,
} as const;
