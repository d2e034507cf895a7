/** The role of a unit in a note. `responsible` becomes lead or support once the whole note is known. */
export type UnitRole = 'lead' | 'responsible' | 'support' | 'ignored';

/** Labels followed by a colon: （牵头单位：…；配合单位：…） and lines of their own. */
export const ROLE_LABELS: readonly (readonly [role: UnitRole, pattern: string])[] = [
  ['lead', '牵头(?:责任)?(?:单位|部门|科室|处室|股室)|主办(?:单位|部门|科室)|牵头'],
  ['support', '(?:配合|协办|协同|协助|参与|参加|会办)(?:责任)?(?:单位|部门|科室|处室|股室)|配合'],
  ['responsible', '(?:责任|承办|负责|实施|落实|主责)(?:单位|部门|科室|处室|股室)'],
  [
    'ignored',
    '(?:完成|办结|办理|整改)(?:时限|时间|期限)|时限要求|时限|(?:责任|分管|包保|牵头|市级|县级)领导|责任人|联系人|联系电话',
  ],
];

/** Verbs after a list of units that give the units their role. Where a name may hold the verb (配合, 负责), a mark or the end must follow. */
export const ROLE_VERBS: readonly (readonly [role: UnitRole | 'with', pattern: string])[] = [
  ['lead', '(?:总)?牵头(?:负责|落实|组织实施|组织|实施|抓总)?(?!单位|部门|科室|处室|领导)'],
  ['with', '会同'],
  ['support', '(?:积极|密切)?(?:配合|协助|参与|参加|协同)(?:落实|实施|配合|负责)?(?=[，；、。 ）]|$)'],
  [
    'responsible',
    '(?:(?:按照|按|依)(?:各自)?(?:职责|职能)(?:任务)?(?:分工)?|结合实际|分工|分别|分级|共同|具体|各自)?(?:抓好|组织)?(?:负责|落实|实施)(?:落实|实施)?(?=[，；、。 ）]|$)',
  ],
];

/** Ends of names of units. Generic words only: no unit of any place is named here. */
export const UNIT_ENDINGS: readonly string[] = [
  '部',
  '委',
  '办',
  '局',
  '厅',
  '署',
  '科',
  '处',
  '股',
  '室',
  '站',
  '所',
  '院',
  '中心',
  '公司',
  '集团',
  '银行',
  '支行',
  '分行',
  '学校',
  '学院',
  '大学',
  '医院',
  '卫生院',
  '联',
  '会',
  '总社',
  '供销社',
  '政府',
  '党委',
  '党组',
  '法院',
  '检察院',
  '部门',
  '单位',
  '机构',
  '科室',
  '处室',
  '机关',
  '指挥部',
  '领导小组',
  '专班',
  '大队',
  '支队',
  '队',
  '园区',
  '管委会',
  '办事处',
  '街道',
  '乡镇',
  '企业',
  '协会',
  '学会',
  '基金',
  '地区',
  '各区',
  '各县',
  '党办',
];

/** Collective names (集合名称) start or end like this. */
export const COLLECTIVE_NAME =
  /^(?:各|相关|有关|其他|所属|全(?:市|县|区|省)|市直|县直|区直)|相关(?:部门|单位|科室|地区)|有关(?:部门|单位|科室|地区|区|县)|成员单位$/u;

/** Words after 等 that close a list and name nobody: …等部门负责. */
export const LIST_CLOSERS =
  /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?)?(?:部门|单位|科室|处室|股室|部委|机构|机关)?(?:和单位|和部门)?$/u;

/** 各区、县级市 is one collective name although it holds a 、. */
export const COLLECTIVE_AREA = /^各(?:有关|相关)?(?:区|县|市|州|乡|镇|乡镇|县区|街道|园区|地市|市州)$/u;
/** What continues such a name after the 、. */
export const AREA_CONTINUED =
  /^(?:县级市|县|市|区|州|旗|镇|乡|乡镇|街道|开发区|园区|功能区|市直(?:各)?(?:单位|部门))$/u;

/** What may stand before a name and does not belong to it. */
export const NAME_PREFIX = /^(?:由|请|及|以及|并|，|、|会同|其中)+/u;

/** 列第一位者为牵头单位，下同. */
export const FIRST_LISTED_LEADS =
  /(?:排|列|居|排名|排列)(?:在|于)?(?:第 ?[一1] ?位|首位|第 ?[一1] ?个?)[^。；\n]{0,8}(?:牵头|主办|主责)[^。；，）\n]{0,6}|(?:第 ?[一1] ?个?|首个|首位)(?:责任)?(?:单位|部门)[^。；，\n]{0,4}为(?:牵头|主办|主责)[^。；，）\n]{0,6}/u;
