/** The heading under which routes stand in the API's documentation, by the first part of their path. */
const AREA_WORDS: Readonly<Record<string, string>> = {
  ledgers: '台账',
  'ledger-numbers': '台账',
  imports: '导入',
  tasks: '任务',
  units: '单位',
  'unit-lists': '单位',
  'unit-staffing': '单位',
  accounts: '账号',
  'account-proposals': '账号',
  'account-news': '账号',
  posts: '岗位',
  'post-gaps': '岗位',
  calendars: '工作日历',
  policies: '办理规则',
  'register-changes': '操作记录',
  home: '首页',
  inbox: '待办',
  delays: '督办',
  events: '操作记录',
  projections: '系统',
};

/** The heading of a path. @throws Error for a path whose heading was forgotten */
export function areaOf(path: string): string {
  const [first = ''] = path.split('/');
  const word = AREA_WORDS[first];
  if (word === undefined) throw new Error(`AREA_WORDS has no heading for the routes of ${first}`);
  return word;
}
