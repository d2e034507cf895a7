/** How titles of policy documents end. */
export const TITLE_END =
  /(?:通知|意见|方案|清单|要点|计划|办法|决定|规划|措施|任务表|分工表|台账|安排|公告|报告|细则|规定|任务书|责任书|行动|任务|事项)(?:（[^（）]{1,20}）)?$/u;
/** Longest line of a title that is broken into lines, in characters. */
export const TITLE_LINE_LENGTH = 60;
/** Lines that are never part of a title. */
export const NO_TITLE = /[。；？！：]|特此|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}月 ?\d{1,2}日|^（此件|^来源|>/u;
/** Words in front of a 文号 on its line. */
export const NUMBER_LABEL = /^.*(?:发文字号|文号|字号|通知|意见|办法|方案|决定|公告|清单|要点|：| )/u;
/** Labels of published pages: who issued the document, and when. */
export const ISSUER_LABEL =
  /(?:发布机构|发文机关|发文单位|制发机关|发布单位|信息来源) ?：? ?(?<body>[\u4e00-\u9fff]{3,30})/u;
export const DATE_LABEL = /(?:成文日期|发布日期|发布时间|印发日期|发文日期) ?：? ?/u;
/** 文号: 县卫发〔2021〕12号. */
export const DOCUMENT_NUMBER =
  /(?<code>[\u4e00-\u9fff]{2,30})[〔[［【（](?<year>(?:19|20)\d{2})[〕\]］】）] ?(?:第 ?)?(?<serial>\d{1,5}) ?号/gu;
/** Longest code in front of the year of a 文号, in characters. */
export const LONGEST_CODE = 10;
/** How names of issuing bodies end. */
export const ISSUER_END = /(?:委员会|人民政府|办公室|办公厅|局|厅|委|部|院|政府|党委|指挥部|领导小组|中心)$/u;
