/** Shares: nearly every one in a task is a target. */
export const SHARE_UNITS: readonly string[] = ['%', '‰', '个百分点'];

/** Units that count things, longest first where one begins another. */
export const COUNT_UNITS: readonly string[] = [
  '人次',
  '人天',
  '场次',
  '台次',
  '例次',
  '公里',
  '千米',
  '平方米',
  '平方公里',
  '立方米',
  '千瓦时',
  '千瓦',
  '公顷',
  '公斤',
  '元',
  '个',
  '家',
  '名',
  '人',
  '户',
  '次',
  '场',
  '项',
  '所',
  '张',
  '套',
  '间',
  '种',
  '例',
  '台',
  '辆',
  '处',
  '座',
  '件',
  '亩',
  '吨',
  '篇',
  '份',
  '支',
  '对',
  '片',
  '宗',
  '笔',
  '床',
  '倍',
];

/** Units that also form names (3类人群, 2条主线): targets only with a comparator or right after a verb. */
export const WEAK_UNITS: readonly string[] = ['类', '条', '部', '批', '期', '分', '本', '门', '级', '位', '点'];

/** Units of time and age: targets only where something is brought to them (压缩至3个工作日以内). */
export const TIME_UNITS: readonly string[] = [
  '个工作日',
  '个月',
  '个小时',
  '个季度',
  '工作日',
  '小时',
  '分钟',
  '周岁',
  '岁',
  '天',
  '日',
  '周',
  '年',
];

/** Comparators after the number. */
export const AT_LEAST_AFTER = /^ ?(?:\)|）)?(?:及|或)?以上/u;
export const AT_MOST_AFTER = /^ ?(?:及|或)?(?:以下|以内|之内|内(?!部|设|涵|容|控|科|镜))/u;
/** 左右岸, 上下游 and 上下联动 say nothing of the number before them. */
const ABOUT = '(?:左右(?![岸手侧])|上下(?![游级联班功一贯互结协半]))';
export const ABOUT_AFTER = new RegExp(`^ ?(?:[（(] ?)?${ABOUT}`, 'u');
/** 21%和30%左右: what follows the last number of a list holds for those before it. */
export const ABOUT_AFTER_LIST = new RegExp(
  `^(?: ?(?:和|、|及|以及|或) ?[\\d.,]{1,12} ?[^\\d，。；、和及]{0,4}?){1,5} ?${ABOUT}`,
  'u',
);

/** Comparators before the number. A few characters (新增, 建成) may stand between 至少 and it. */
export const AT_LEAST_BEFORE =
  /(?:不少于|不低于|不小于|不下于|不得少于|不得低于|大于等于|≥|>=|(?<!不|不得)(?:超过|高于|大于|多于)|突破|最少|最低|(?:至少|最少)[^\d，。；]{0,8})(?:达到?)? ?$/u;
export const AT_MOST_BEFORE =
  /(?:不超过|不高于|不多于|不大于|不得超过|不得高于|小于等于|≤|<=|(?<!不|不得)(?:低于|少于|小于)|控制在|控制到|降至|降到|降低至|降低到|下降至|下降到|减至|减少至|减少到|压缩至|压缩到|压减至|压减到|缩短至|缩短到|缩减至|最高|最长|最多)(?:为|达)?(?:不超过|全(?:市|县|区|省)|[^\d，。；]{0,2})? ?$/u;
export const REACH_BEFORE =
  /(?:达到|达|提高到|提高至|提升到|提升至|上升到|上升至|增加到|增加至|增至|增长到|扩大到|扩大至|扩展至|占比至|率至|覆盖至|稳定在|保持在|维持在|满)(?:了)? ?$/u;
/** An age is a target only where it is reached (人均期望寿命达到…岁). */
export const AGE_REACHED_BEFORE = /(?:达到?|提高到|提高至|提升到|提升至) ?$/u;
/** Words between comparator and number that leave the comparator as it is: 分别, 均, 约. */
const NEARLY = '(?:大约|(?<![签契合解续履预违节集公条邀制特])约|将近|接近|逼近|(?<![最附邻靠就])近|大致|大体|上下)';
export const BETWEEN_COMPARATOR = new RegExp(`(?:分别|均|都|${NEARLY}|总量|共)+ ?$`, 'u');
/** 签约30家 and 节约3万吨 name what is counted: their 约 is no 约. */
export const ABOUT_BEFORE = new RegExp(`${NEARLY}(?:为|占|达到?|有)? ?$`, 'u');

/** Verbs that make a count after them a target; the verb nearest to the number decides. */
export const TARGET_VERBS: readonly string[] = [
  '新增',
  '新建',
  '新创建',
  '新开发',
  '新开',
  '新培育',
  '建成',
  '建设',
  '建立',
  '创建',
  '创成',
  '打造',
  '引进',
  '招录',
  '招聘',
  '培养',
  '培育',
  '选派',
  '选送',
  '选拔',
  '选聘',
  '选树',
  '遴选',
  '培训',
  '轮训',
  '完成',
  '开展',
  '举办',
  '召开',
  '申报',
  '立项',
  '推广',
  '推动',
  '启动',
  '开工',
  '竣工',
  '投用',
  '接种',
  '筛查',
  '筛选',
  '设立',
  '设置',
  '成立',
  '组建',
  '组织',
  '发动',
  '支持',
  '扶持',
  '资助',
  '奖励',
  '评选',
  '评定',
  '认定',
  '争取',
  '实现',
  '达到',
  '拥有',
  '配备',
  '配置',
  '购置',
  '添置',
  '改造',
  '改建',
  '扩建',
  '修缮',
  '服务',
  '转化',
  '发展',
  '筹建',
  '筹集',
  '孵化',
  '发放',
  '救助',
  '签约',
  '随访',
  '联系',
  '预留',
  '安排',
  '安置',
  '增设',
  '增加',
  '增',
  '减少',
  '压缩',
  '降低',
  '下降',
  '提高',
  '提升',
  '力争',
  '确保',
  '入驻',
  '落地',
  '制定',
  '出台',
  '编制',
  '发布',
  '办理',
  '办结',
  '检查',
  '抽查',
  '巡查',
  '整治',
  '整改',
  '清理',
  '取消',
  '消除',
  '有',
  '达',
];

/** Verbs about what exists already: a count after them is no target. */
export const STATE_VERBS: readonly string[] = [
  '巩固',
  '完善',
  '落实',
  '抓好',
  '做好',
  '按照',
  '围绕',
  '聚焦',
  '依托',
  '根据',
  '对照',
  '贯彻',
  '执行',
  '推进',
  '实施',
  '印发的',
  '所有',
  '现有',
  '已有',
  '拥有的',
  '规模',
  '超过',
];

/** Nouns that are numbered in slogans and names (5个方面, 9个专项行动). */
export const NUMBERED_NOUNS =
  /^(?:大|重点|专项|重大|主要|基本|关键)*(?:行动|方面|制度|机制|环节|阶段|维度|层次|群体|困难群体|人群|方案|专项行动|部门|规划|意见|文件|要求|原则|步骤|体系|领域|坚持|统一|一体化|领导小组|季度|月)/u;

/** What follows a number that describes who is meant: 100人以上的企业. */
export const QUALIFIES_AFTER = /^(?:(?:以上|以下|以内)的?|的)(?:企业|单位|场所|会议|聚集|医院|机构|村|乡镇|规模)/u;

/** A verb after the number: 7家医院按标准设置…, 3个项目开工. */
export const VERB_AFTER_COUNT =
  /(?:设置|设立|完成|建成|达到|开展|实现|开工|竣工|投用|通过|建有|创成|纳入|启动|挂牌|上线|运行|推进|推行|推广|取得|落地|成为|配备|提供|参加|覆盖|应用|签约)/u;

/** Before a count at the start of its clause: 全市4家…, 每个县1所…, 在6家…. */
export const CLAUSE_OPENING =
  /^(?:(?:全|本|我)?(?:市|县|区|省|州|乡|镇|校|院|系统)|各(?:地|县|区|市|县区|县（市、区）)?|每个?[^\d，。；]{0,12}|其中|同时|并|且|在|与|从|为|对|面向|分别|和|以及|力争|确保|争取|再|约|共| )*$/u;

/** The end of a condition (…达到60%的，可申请): the number in it is no target. */
export const CONDITION_END = /的 ?$/u;

/** Leading words that do not belong to the name of an indicator. */
export const NAME_LEAD =
  /^(?:(?:到|至|在|于|截至)?(?:(?:19|20)\d{2}年度?(?:\d{1,2}月)?(?:底|末)?(?:前|以前|之前)?|\d{1,2}月(?:底|末)?(?:前|以前)?|[“"]?十.五[”"]?(?:末|期末|期间)|今年|年底前?|年末|每年|每季度|每月|全年|上半年|下半年)|[，、]|确保|力争|争取|实现|保证|努力|使|将|把|要|其中|同时|并|且|推动|继续|完成|开展)*/u;
/** 龋齿率下降2个百分点 measures the fall, not the rate. */
export const CHANGE_BEFORE = /(?<change>下降|降低|提高|提升|上升|增长|增加|减少)(?:不少于|不低于|至少|超过)?$/u;
/** An area alone is no name: 全市50%以上的…. */
export const AREA_ALONE = /^(?:(?:全|本|我)?(?:市|县|区|省|州|乡|镇|校|院|系统)|各.{0,6}|在|其中)$/u;
/** Trailing words that do not belong to the name of an indicator. */
export const NAME_TAIL =
  /(?:\d+(?:\.\d+)?(?:[类个项种%‰]|个百分点)|每年|每季度|每月|保持在?|稳定在|缩短至?|突破|达到或超过|达到|达|提高到|提高至|提升到|提升至|不少于|不低于|不超过|不高于|至少|控制在|控制|降至|降到|降低|下降|压缩至|压减至|减至|提高|提升|扩大至|扩大到|增至|增加|超过|大约|(?<![签契合解续履预违节集公条邀制特])约|将近|接近|(?<![最附邻靠就])近|大致|大体|分别|均|总体|力争|要|能够|为|至|到|在|和|、| )+$/u;
/** What may follow a name that stands after its number: the next quantity of the list, or 的目标. */
export const NAME_END = /(?:和|、|及|以及)\d.*$|的(?:目标|标准|要求)$/u;

/** A clause up to a verb that what is counted follows: neither belongs to the name of the indicator. */
export const WORDS_TO_TARGET_VERB =
  /^.*(?:新增|新建改建|新建|改建|扩建|新创建|新开发|建成|建设|创建|打造|引进|招录|招聘|培养|培育|选派|选送|选拔|遴选|开展|举办|召开|申报|立项|推广|启动|设立|设置|成立|组建|配备|配置|购置|添置|扶持|评选|认定|完成)(?=.{2})/u;
