/** The api's own sentences stand in its answers; here are those that the console says better or says itself. */
const byCode: Readonly<Record<string, string>> = {
  'IDENTITY.SESSION_ENDED': '登录已失效，请重新登录，填写的内容已保留在本机。',
  'TASK.CHANGED_SINCE': '您打开表单后，这项任务已有变化，请看下面的变化，再决定是否提交。',
};

export const ERROR_WORDS = {
  byCode,
  offline: '没有连上服务器，填写的内容已保留在本机，请检查网络后重试。',
  answer: (status: number) => `服务器没有给出可读的答复（${status}），没有改动任何内容，请稍后重试。`,
  crashed: '页面出错了，已填写的内容保留在本机，请刷新页面后继续。',
  technical: '技术信息',
  code: (code: string) => `代码 ${code}`,
  quote: (errorId: string) => `报告编号 ${errorId}`,
  again: '重试',
} as const;
