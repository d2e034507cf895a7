import { byDay, byMonthEnd } from './demo-days';
import { type DemoTask } from './demo-task';

const MEDICINE = '提升药品供应和监管';
const SUPPORT = '夯实数字和监督支撑';

/** Tasks 22 to 30: medicines, data and supervision. */
export const SUPERVISION_TASKS: readonly DemoTask[] = [
  {
    section: MEDICINE,
    title: '强化药品追溯管理',
    body: (days) => `${byMonthEnd(days.monthEnd(7))}药品追溯码采集覆盖95%以上的定点药店，追溯异常线索核查率达到100%。`,
    lead: '市市场监管局',
    support: ['市医保局', '市卫生健康委'],
    talk: {
      progress: [
        '追溯码采集设备配发到位，首批药店完成培训。',
        '采集覆盖面逐月扩大，异常线索建立核查清单。',
        '定点药店采集覆盖和线索核查均达到要求。',
      ],
      problem: '小型药店扫码操作不熟练，漏采时有发生。',
      next: '对漏采较多的药店上门指导。',
      paper: '追溯码采集情况通报',
    },
  },
  {
    section: MEDICINE,
    title: '开展处方质量点评',
    body: (days) =>
      `${byMonthEnd(days.monthEnd(10))}处方点评覆盖全部二级以上医院，处方合格率达到96%以上。每月抽评处方不少于500张。`,
    lead: '市卫生健康委',
    support: ['市市场监管局'],
    talk: {
      progress: [
        '点评专家库已建立，统一了点评标准。',
        '处方抽评按月开展，不合格处方已反馈整改。',
        '点评已覆盖全部二级以上医院，合格率逐月提高。',
      ],
      problem: '抗菌药物处方不合格比例仍然偏高。',
      next: '对不合格处方较多的科室开展约谈。',
      paper: '处方点评通报',
    },
  },
  {
    section: MEDICINE,
    title: '落实药品追溯码采集',
    body: (days) => `${byMonthEnd(days.monthEnd(7))}定点药店药品追溯码采集覆盖率达到95%以上。`,
    lead: '市市场监管局',
    support: ['市医保局'],
    talk: {
      progress: ['采集工作已与追溯管理事项一并部署。', '采集工作按计划推进。', '采集工作已完成。'],
      problem: '与追溯管理事项内容重复，填报两次。',
      next: '建议与追溯管理事项合并填报。',
      paper: '追溯码采集部署通知',
    },
  },
  {
    section: MEDICINE,
    title: '保障短缺药品供应',
    body: (days) =>
      `${byDay(days.workday(45))}建立短缺药品储备目录，储备品种达到30个，短缺预警处置时间不超过3个工作日。`,
    lead: '市市场监管局',
    support: ['市卫生健康委', '市医保局'],
    talk: {
      progress: ['储备目录正在论证。', '储备品种逐步到位。', '储备目录已启用。'],
      problem: '个别品种生产企业停产。',
      next: '按目录分批采购储备。',
      paper: '短缺药品储备目录',
    },
  },
  {
    section: SUPPORT,
    title: '建设健康信息平台',
    body: (days) =>
      `${byDay(days.workday(4))}完成平台安全测评。${byDay(days.workday(60))}市级健康信息平台接入医疗机构达到40家，数据上传及时率不低于98%。`,
    lead: '市数据局',
    support: ['市卫生健康委', '市医保局', '市财政局'],
    talk: {
      progress: [
        '平台建设方案通过评审，机房和网络资源已就绪。',
        '首批机构完成接入，数据质量核查同步开展。',
        '接入机构持续增加，安全测评进入现场阶段。',
      ],
      problem: '部分机构老旧系统改造困难，接入周期较长。',
      next: '完成安全测评整改，继续扩大接入范围。',
      paper: '平台接入进度表',
    },
  },
  {
    section: SUPPORT,
    title: '开展群众就医感受评价',
    body: (days) => `${byDay(days.workday(30))}完成一轮群众就医感受评价，评价样本不少于3000份，群众满意率达到90%以上。`,
    lead: '市数据局',
    support: ['市卫生健康委'],
    talk: {
      progress: ['评价问卷正在设计。', '评价样本正在采集。', '评价报告已形成。'],
      problem: '样本分布需要兼顾城乡。',
      next: '确定评价机构。',
      paper: '就医感受评价方案',
    },
  },
  {
    section: SUPPORT,
    title: '推广居民电子健康卡',
    body: (days) => `${byMonthEnd(days.monthEnd(9))}电子健康卡激活率达到70%以上，二级以上医院全部支持扫码就医。`,
    lead: '市数据局',
    support: ['市卫生健康委', '东浦区政府'],
    talk: {
      progress: [
        '扫码设备安装完成，宣传推广在两个区先行开展。',
        '激活人数稳步增加，与电子社保卡的衔接正在研究。',
        '两卡衔接方案已明确。',
      ],
      problem: '与电子社保卡功能重叠，居民重复办理意愿不高。',
      next: '等待上级明确两卡衔接要求。',
      paper: '电子健康卡推广情况',
    },
  },
  {
    section: SUPPORT,
    title: '健全基金监督机制',
    body: (days) => `${byDay(days.workday(50))}出台基金监督联席工作规则。全年开展飞行检查不少于6次。`,
    lead: '市卫生健康委',
    support: ['市医保局', '市审计局'],
    talk: {
      progress: ['工作规则正在起草。', '工作规则正在征求意见。', '工作规则已印发。'],
      problem: '检查力量需要跨部门统筹。',
      next: '起草工作规则。',
      paper: '基金监督联席工作规则',
    },
  },
  {
    section: SUPPORT,
    title: '谋划下一阶段改革事项',
    body: () => '省级实施方案印发后，及时研究提出下一阶段改革事项，完成时间另行明确。',
    lead: '',
    support: [],
    talk: {
      progress: ['正在研究。', '正在征求意见。', '已形成初稿。'],
      problem: '省级方案尚未印发。',
      next: '待省级方案印发后启动。',
      paper: '改革事项建议稿',
    },
  },
];
