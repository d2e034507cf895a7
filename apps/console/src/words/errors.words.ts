/** The api's own sentences stand in its answers; here are those that the console says better or says itself. */
const notKept = '暂时不能保存，没有改动任何内容，填写的内容保留在本机，请稍后重试。';
const readOnly = '为防止记录出错，现在只能查看，不能办理，请告知系统管理员。';
const tooMuch = '一次提交的内容过多，请分几次提交，大段内容请作为附件上传。';

/** What the store of records says to who runs the program is no help to who fills a form. */
const ofRecords: Readonly<Record<string, string>> = {
  'LOG.UNAVAILABLE': notKept,
  'LOG.OVERLOADED': notKept,
  'LOG.REFUSED': notKept,
  'LOG.CLOSED': notKept,
  'LOG.OUTCOME_UNKNOWN': '连接中断，还不确定是否已经办理，请重试一次，不会重复办理。',
  'LOG.OLDER': readOnly,
  'LOG.OTHER': readOnly,
  'LOG.UNADOPTED': readOnly,
  'LOG.INTEGRITY': '这项内容的记录需要核查，暂时不能办理，请告知系统管理员。',
  'LOG.STREAM_LOST': '这项内容的记录需要核查，暂时不能办理，请告知系统管理员。',
  'LOG.STREAM_TOO_LONG': '这项内容的记录过多，不能一次打开，请告知系统管理员。',
  'LOG.EVENT_INVALID': '填写的内容含有无法保存的字符，请检查后重新提交。',
  'LOG.EVENT_TOO_LARGE': tooMuch,
  'LOG.APPEND_TOO_LARGE': tooMuch,
  'LOG.EVENT_ID_TAKEN': '这次提交与之前的一次混在了一起，没有办理，请刷新页面后重新提交。',
  'COMMAND.KEY_REUSED': '这次提交与之前的一次混在了一起，没有办理，请刷新页面后重新提交。',
};

const byCode: Readonly<Record<string, string>> = {
  ...ofRecords,
  'IDENTITY.SESSION_ENDED': '登录已失效，请重新登录，填写的内容已保留在本机。',
  'TASK.CHANGED_SINCE': '您打开表单后，这项任务已有变化，请看下面的变化，再决定是否提交。',
};

export const ERROR_WORDS = {
  byCode,
  /** How the api begins a sentence about a field; where the field itself is marked, it says nothing more. */
  placeLead: /^提交的“[^”]*”有误：/u,
  offline: '没有连上服务器，填写的内容已保留在本机，请检查网络后重试。',
  unsent: '没有连上服务器，没有提交任何内容，填写的内容已保留在本机，网络恢复后请重试。',
  signedInAgain: '刚才登录已失效，没有办成，请再试一次。',
  answer: (status: number) => `服务器没有给出可读的答复（${status}），没有改动任何内容，请稍后重试。`,
  crashed: '页面出错了，已填写的内容保留在本机，请刷新页面后继续。',
  technical: '求助时请提供',
  code: (code: string) => `错误代码 ${code}`,
  quote: (errorId: string) => `错误编号 ${errorId}`,
  again: '重试',
} as const;
