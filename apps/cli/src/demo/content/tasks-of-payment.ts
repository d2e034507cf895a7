import { byDay, byMonthEnd } from './demo-days';
import { type DemoTask } from './demo-task';

const PAYMENT = '深化支付和价格改革';
const STAFF = '加强人才和待遇保障';

/** Tasks 11 to 21: payment, prices, staff and pay. */
export const PAYMENT_TASKS: readonly DemoTask[] = [
  {
    section: PAYMENT,
    title: '推行按病种付费',
    body: (days) =>
      `${byMonthEnd(days.monthEnd(6))}按病种付费覆盖90%以上的统筹区内住院费用，病种分组争议办结率达到100%。`,
    lead: '市医保局',
    support: ['市卫生健康委', '市财政局'],
    talk: {
      progress: [
        '病种目录和权重测算完成，已组织医疗机构培训。',
        '付费结算系统切换上线，分组争议实行每月集中评议。',
        '按病种付费已覆盖全部住院定点机构，结算运行平稳。',
      ],
      problem: '少数机构病案首页质量不高，影响分组准确性。',
      next: '开展病案首页质量专项培训。',
      paper: '按病种付费运行分析',
    },
  },
  {
    section: PAYMENT,
    title: '动态调整医疗服务价格',
    body: (days) =>
      `${byMonthEnd(days.monthEnd(5))}完成首轮价格评估和调整，单次调价项目控制在40项以内，患者自付比例降至28%以下。`,
    lead: '市医保局',
    support: ['市卫生健康委', '市市场监管局'],
    talk: {
      progress: [
        '价格评估数据已采集，正在测算调价空间。',
        '调价方案已通过专家论证和合法性审核。',
        '首轮调价已执行，自付比例和费用结构变化符合预期。',
      ],
      problem: '两类项目成本数据缺口较大，测算周期延长。',
      next: '跟踪调价后三个月的费用变化。',
      paper: '价格调整评估报告',
    },
  },
  {
    section: PAYMENT,
    title: '规范药品集中采购',
    body: (days) =>
      `每季度通报一次集采药品采购和使用情况。${byMonthEnd(days.monthEnd(9))}集采药品货款结算及时率达到95%以上。`,
    lead: '市医保局',
    support: ['市卫生健康委', '市市场监管局'],
    talk: {
      progress: [
        '集采约定量已分解到医疗机构，货款结算流程完成改造。',
        '采购和使用情况已按季通报，结算及时率持续提高。',
        '货款结算及时率达到要求，未发生断供。',
      ],
      problem: '个别医疗机构月末集中结算，回款不均衡。',
      next: '对结算偏慢的机构逐家提醒。',
      paper: '集采药品季度通报',
    },
  },
  {
    section: PAYMENT,
    title: '推进异地就医直接结算',
    body: (days) => `${byMonthEnd(days.monthEnd(4))}异地就医直接结算率达到75%以上，门诊慢特病结算病种扩大到10个。`,
    lead: '市医保局',
    support: ['市数据局'],
    talk: {
      progress: [
        '结算接口完成升级，首批机构试运行正常。',
        '慢特病结算病种扩围，线下垫付件数下降。',
        '直接结算率和病种范围均达到要求。',
      ],
      problem: '部分机构备案信息传输偶有延迟。',
      next: '对接口稳定性开展压力测试。',
      paper: '异地结算运行月报',
    },
  },
  {
    section: PAYMENT,
    title: '建立医保结余留用机制',
    body: (days) =>
      `${byDay(days.workday(-2))}出台医保资金结余留用实施细则，完成首批结余资金拨付，拨付到位率达到100%。`,
    lead: '市财政局',
    support: ['市医保局', '市卫生健康委'],
    talk: {
      progress: [
        '实施细则起草组已成立，正在收集测算数据。',
        '细则征求意见已结束，拨付程序与预算管理衔接方案已商定。',
        '细则已完成会签，首批拨付名单正在复核。',
      ],
      problem: '首批结余资金核算口径需要两部门再次确认。',
      next: '复核完成后按程序拨付。',
      paper: '结余留用测算说明',
    },
  },
  {
    section: PAYMENT,
    title: '完善门诊共济保障',
    body: (days) => `${byMonthEnd(days.monthEnd(10))}普通门诊统筹定点机构达到120家，门诊报销人次增长不低于20%。`,
    lead: '市医疗保障局',
    support: ['市财政局', '安桥县政府'],
    talk: {
      progress: [
        '定点机构准入评估完成，新增机构开始签约。',
        '新增定点机构陆续上线，报销流程压缩为一次办结。',
        '定点机构数量和报销人次均有较大增长。',
      ],
      problem: '边远乡镇定点机构数量仍然偏少。',
      next: '对边远乡镇开展现场评估，补充定点机构。',
      paper: '门诊共济运行统计',
    },
  },
  {
    section: STAFF,
    title: '充实基层医务人员',
    body: (days) => `${byMonthEnd(days.monthEnd(9))}招录基层医务人员60名以上，选派进修骨干15名。`,
    lead: '市人力资源社会保障局',
    support: ['市卫生健康委', '市委编办'],
    talk: {
      progress: [
        '招录计划已核定，公告发布后报名踊跃。',
        '首批人员已完成体检考察，进修人员名单确定。',
        '新招录人员陆续到岗，进修骨干已分批派出。',
      ],
      problem: '边远卫生院岗位报名人数不足，拟调剂补录。',
      next: '组织补录，落实边远岗位待遇。',
      paper: '招录人员到岗情况表',
    },
  },
  {
    section: STAFF,
    title: '落实西滩区乡村医生补助',
    body: (days) => `${byMonthEnd(days.monthEnd(1))}西滩区兑现乡村医生岗位补助，补助资金到位率达到100%。`,
    lead: '西滩区政府',
    support: ['市财政局', '市卫生健康委'],
    talk: {
      progress: [
        '补助人员名册已核对，资金已列入预算。',
        '补助资金已下达各乡镇，正在发放到人。',
        '补助已全部发放到个人账户，并完成抽查核对。',
      ],
      problem: '少量人员账户信息有误，需重新核对。',
      next: '对发放情况开展抽查。',
      paper: '补助发放汇总表',
    },
  },
  {
    section: STAFF,
    title: '改革公立医院薪酬制度',
    body: (days) =>
      `${byMonthEnd(days.monthEnd(10))}完成公立医院薪酬总量核定办法修订，人员支出占业务支出比例提高到45%以上。`,
    lead: '市财政局',
    support: ['市人力资源社会保障局', '市卫生健康委'],
    talk: {
      progress: [
        '薪酬水平和支出结构测算已完成，形成修订思路。',
        '核定办法修订稿已征求公立医院意见。',
        '核定办法已印发，人员支出比例逐步提高。',
      ],
      problem: '不同医院收支结构差异较大，需分类核定。',
      next: '按新办法核定下一年度薪酬总量。',
      paper: '薪酬总量核定办法',
    },
  },
  {
    section: STAFF,
    title: '安排改革专项资金',
    body: (days) => `${byMonthEnd(days.monthEnd(2))}下达改革专项资金3200万元。资金使用进度每半年通报一次。`,
    lead: '市财政局',
    support: ['市卫生健康委'],
    talk: {
      progress: [
        '专项资金分配方案已商定，正在履行审批程序。',
        '资金已分两批下达，使用进度列入动态监控。',
        '专项资金全部下达，使用进度符合序时要求。',
      ],
      problem: '两个项目前期手续不全，资金支出偏慢。',
      next: '对支出偏慢的项目收回结余另行安排。',
      paper: '专项资金下达文件',
    },
  },
  {
    section: STAFF,
    title: '培养全科医生队伍',
    body: (days) => `${byDay(days.workday(-12))}培养全科医生45名，转岗培训结业率不低于90%。`,
    lead: '市人力资源社会保障局',
    support: ['市卫生健康委', '西滩区政府'],
    talk: {
      progress: [
        '转岗培训班开班，培训基地带教老师已确定。',
        '理论课程结束，学员分批进入基地轮转。',
        '首批学员参加结业考核，第二批仍在轮转。',
      ],
      problem: '基地轮转岗位紧张，第二批学员结业推迟。',
      next: '协调市人民医院增加轮转岗位。',
      paper: '全科医生培训进度表',
    },
  },
];
