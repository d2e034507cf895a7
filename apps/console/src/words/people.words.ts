import { type Role } from '#domain';

type GrantableRole = Exclude<Role, 'engine'>;

/** What a role may do, in one sentence. */
const mayDo: Readonly<Record<GrantableRole, string>> = {
  'supervision-clerk': '建立台账、导入文件，交办、催办和更正任务，审批申请，代录没有账号的单位的办理情况。',
  reporter: '代表本单位签收任务，填报进展，上传佐证材料。',
  'unit-head': '查看本单位及下级单位的任务，签收、填报，申请销号。',
  verifier: '核验销号申请，通过或退回整改。',
  closer: '签批销号，写明结论和销号文号。',
  leader: '查看所在单位及下级单位的全部任务，审批申请和督办措施，作出批示。',
  auditor: '查看全部任务和操作记录，不办理。',
  'system-administrator': '管理账号、单位名录、工作日历和系统运行，看不到任务。',
  'security-administrator': '授予和撤销岗位，看不到任务。',
  'audit-administrator': '查看账号、岗位、单位、日历等管理事项的操作记录，看不到任务。',
};

/** Other words under which offices paste a role. */
const roleSynonyms: Readonly<Record<string, GrantableRole>> = {
  督查: 'supervision-clerk',
  督查员: 'supervision-clerk',
  督查经办: 'supervision-clerk',
  督查经办人: 'supervision-clerk',
  督办: 'supervision-clerk',
  督办员: 'supervision-clerk',
  填报: 'reporter',
  填报人: 'reporter',
  填报员: 'reporter',
  单位填报: 'reporter',
  经办人: 'reporter',
  联络员: 'reporter',
  负责人: 'unit-head',
  单位负责人: 'unit-head',
  核验: 'verifier',
  核验人: 'verifier',
  核验员: 'verifier',
  销号: 'closer',
  签批人: 'closer',
  销号签批: 'closer',
  销号签批人: 'closer',
  领导: 'leader',
  分管领导: 'leader',
  审计: 'auditor',
  审计员: 'auditor',
  系统管理员: 'system-administrator',
  安全管理员: 'security-administrator',
  审计管理员: 'audit-administrator',
};

/** Heads of columns as they stand in sheets. */
const columnHeads = {
  name: ['姓名', '人员', '名字'],
  unit: ['单位', '所在单位', '工作单位', '部门', '科室'],
  roles: ['岗位', '角色', '职责', '权限'],
  loginName: ['登录名', '账号', '用户名'],
  ledger: ['台账'],
} as const;

/** The words of people, their roles and their slips. */
export const PEOPLE_WORDS = {
  mayDo,
  roleSynonyms,
  columnHeads,
  columns: { name: '姓名', unit: '单位', roles: '岗位', loginName: '登录名', ledger: '台账' },
  rowLabel: (column: string, row: number) => `第 ${row} 行${column}`,
  table: '要建立账号的人员',
  allLedgers: '全部台账',
  addRow: '添加一行',
  removeRow: (row: number) => `删去第 ${row} 行`,
  chooseRoles: '岗位，可选多个',
  typeUnit: '单位，输入或选择',
  typeName: '姓名',
  typeLoginName: '登录名，按姓名拼音生成',
  pasteHint:
    '可从 Excel 或 WPS 整块复制粘贴：姓名、单位、岗位（多个用顿号隔开）、登录名，列的先后不限。没有填姓名的行不建立账号。',
  pasted: (people: number) => `已填入 ${people} 人`,
  unreadRoles: (words: string) => `没有认出的岗位：${words}，请在该行选择`,
  checks: {
    nameMissing: '请填写姓名',
    nameLong: '姓名不超过 60 个字',
    privateData: '姓名中不要写身份证号或手机号',
    unitMissing: '请填写单位',
    unitAmbiguous: (name: string) => `名录中有多个“${name}”，请从列表中选择`,
    unitNew: '名录中没有，将新建',
    rolesMissing: '请选择岗位',
    loginMissing: '请填写登录名',
    loginForm: '登录名为 2 至 32 个字符，以字母开头，只含小写字母、数字和 . _ -',
    loginTwice: '与另一行的登录名相同',
    loginTaken: (name: string) => `这个登录名是${name}的，请换一个`,
    nothingToMake: (name: string) => `${name}已有账号，不用再建；若是另一人，请改登录名`,
    accountThere: (name: string) => `${name}已有账号，只增加岗位；若是另一人，请改登录名`,
  },
  enrol: {
    check: (faults: number) => `${faults} 处需要修改后才能建立`,
    submit: (people: number) => (people === 0 ? '建立账号并授予岗位' : `建立 ${people} 个账号并授予岗位`),
    running: (settled: number, total: number) => `正在建立，已完成 ${settled} / ${total}`,
    done: (people: number) => `已为 ${people} 人办好账号和岗位`,
    doneAndWaiting: (people: number, waiting: number) =>
      `已为 ${people} 人建立账号，其中 ${waiting} 人的岗位待另一名管理员复核`,
    waits: (people: number) => `${people} 人有岗位待另一名管理员复核，同意后生效`,
    waitingFor: (name: string, roles: string) => `${name}：${roles}`,
    some: (failed: number) => `${failed} 人没有建成，原因见下；改好后可以再次建立，已建成的不会重复`,
    failure: (name: string, why: string) => `${name}：${why}`,
    doneAccounts: (people: number) => `已建立 ${people} 个账号`,
    submitAccounts: (people: number) => (people === 0 ? '建立账号' : `建立 ${people} 个账号`),
    noAccounts: '账号由系统管理员建立。',
    noPosts: '您可以建立账号。单位和岗位由安全管理员授予：建好账号后，请安全管理员在“系统 - 人员”中授予岗位。',
  },
  gaps: {
    'supervision-clerk': '还没有督查员：没有人能导入和交办任务。',
    reporter: '还没有填报人：责任单位不能自己签收和填报，可以先由督查员代录。',
    'unit-head': '还没有单位负责人：没有人能申请销号。',
    verifier: '还没有核验人：申请销号后没有人核验。',
    closer: '还没有销号签批人：核验通过后没有人签批销号。',
  },
  slip: {
    title: '台账系统一次性口令',
    unit: '单位',
    roles: '岗位',
    address: '网址',
    loginName: '登录名',
    password: '一次性口令',
    note: '首次登录时须改为自己的口令，改好后请销毁本条。',
    print: '打印口令条',
    sheet: (pages: number) => `A4 纸 ${pages} 张，每张 8 条，沿虚线裁开`,
    onlyHere:
      '口令只在本页内存中，离开、关闭或刷新本页后就看不到了；没有打印的，可以在“系统 - 人员”里重置口令，再得到新的口令条。',
    count: (count: number) => `${count} 张口令条`,
    preview: '口令条预览',
    show: '预览口令条',
    hide: '收起预览',
    done: '已打印，清除口令',
  },
  reset: {
    title: (name: string) => `重置${name}的口令`,
    askTitle: (name: string) => `申请重置${name}的口令`,
    /** What comes of it, by who has to decide. */
    what: {
      now: (name: string) => `${name}现有的登录会立即结束，原口令作废；新的一次性口令只显示这一次，首次登录时须修改。`,
      alone: (name: string) =>
        `目前没有其他可用的管理员，由您一人办理即生效，并在记录中标明。${name}现有的登录会立即结束，原口令作废；新的一次性口令只显示这一次，首次登录时须修改。`,
      asked: (name: string) =>
        `${name}任有或将任核验、销号签批或管理员岗位，重置须经另一名管理员复核。这次只提出申请，不给出口令，${name}的原口令和登录不变；同意后三天内请再次办理，届时给出一次性口令。`,
      approved: (name: string) =>
        `另一名管理员已经同意。${name}现有的登录会立即结束，原口令作废；新的一次性口令只显示这一次，首次登录时须修改。`,
    },
    waiting: '已申请重置口令，等待另一名管理员复核。',
    reason: '重置原因',
    reasonHint: '如：本人忘记口令，当面核实',
    enrolled: '添加人员时账号已建立，口令没有取得',
    act: '重置口令',
    ask: '申请重置口令',
  },
  practice: {
    /** Under it stand all units made for practice; nobody is given a post there. */
    unit: '练习单位',
    open: '打开练习台账',
    go: '进入练习台账',
    opened: '练习台账已打开，只用于练习，不计入任何统计',
    what: '练习台账只属于您自己：您在其中一人担任全部岗位，可以从导入一直练到销号，不影响真实的台账。',
  },
} as const;
