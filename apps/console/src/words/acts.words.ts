/** What an act's form says and asks. The words of the acts themselves stand in the domain's lifecycle table. */
export const ACT_WORDS = {
  openNow: '你现在可以',
  notNow: '暂不可',
} as const;
