/** What a column of a task table holds. */
export type ColumnRole =
  'number' | 'task' | 'detail' | 'schedule' | 'target' | 'lead' | 'support' | 'responsible' | 'other';

/** Column headings; the first that fits decides. Columns of offices inside one unit (处室, 科室) are not read. */
export const COLUMN_HEADINGS: readonly (readonly [role: ColumnRole, pattern: RegExp])[] = [
  ['number', /^(?:序号|编号|任务编号|号)$/u],
  ['other', /处室|科室|领导|责任人|联系人|备注|来源/u],
  ['lead', /牵头(?:责任)?(?:单位|部门)|主办单位/u],
  ['support', /(?:配合|协办|参与|协同)(?:责任)?(?:单位|部门)/u],
  ['responsible', /(?:责任|承办|实施)(?:单位|部门)/u],
  ['schedule', /时限|时间|时序|进度|节点|期限/u],
  ['target', /考核|目标|指标|成效|成果|标准/u],
  ['task', /^(?:工作|重点|改革|主要|任务)*(?:任务|事项|项目|任务名称|名称)$/u],
  ['detail', /内容|举措|措施|分解|要求|做法/u],
];
