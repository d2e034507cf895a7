/** What fields and rules say that several forms share. */
export const FORM_WORDS = {
  today: (day: string) => `今天（${day}）`,
  required: '请填写此项',
  requiredChoice: '请选择此项',
  mustCommit: '请勾选后提交',
  privateData: '文字中有身份证号或手机号，请删除后再提交',

  day: {
    hint: '年-月-日',
    calendar: '打开日历',
    /** In a written day: after the year and the month, and after the day. */
    signs: { betweenParts: '年月', afterDay: '日号' },
    unread: (example: string) => `日期格式不对，请按 ${example} 填写`,
    from: (earliest: string) => `请填写 ${earliest} 或之后的日期`,
    upTo: (latest: string) => `请填写 ${latest} 或之前的日期`,
    between: (earliest: string, latest: string) => `请填写 ${earliest} 至 ${latest} 的日期`,
    only: (day: string) => `只能填写 ${day}`,
    dayOff: (day: string, before: string) => `${day} 是休息日，前一个工作日是 ${before}。`,
    moveTo: (day: string) => `改为 ${day}`,
  },
  /** On which day inside its period something recurring is due. */
  dueOn: {
    month: '期内第几个月',
    monthName: (month: number) => `第 ${month} 个月`,
    monthOfYear: (month: number) => `${month} 月`,
    day: '几日',
    dayName: (day: number) => `${day} 日`,
    monthEnd: '月末',
    weekday: '星期几',
    weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    periodEnd: '期末',
  },
  number: {
    unread: '请填写数字，例如 96.5',
    /** What people write of a figure that is not exact. */
    about: { before: '大约|约为|约', after: '左右|上下' },
    taken: (value: number) => `按 ${value} 登记；需要说明“约”“左右”的，请写在文字里。`,
    tooLarge: '数字太大，请核对',
    from: (min: number) => `请填写不小于 ${min} 的数`,
    upTo: (max: number) => `请填写不大于 ${max} 的数`,
    between: (min: number, max: number) => `请填写 ${min} 至 ${max} 的数`,
  },

  evidence: {
    allowed: (most: number) =>
      `可上传 PDF、OFD、Word、Excel、WPS 文件和 PNG、JPG 图片，每个不超过 20 MB，最多 ${most} 个。`,
    choose: '选择文件',
    drop: '也可以把文件拖到这里',
    list: '已选文件',
    kind: '类别',
    kindOf: (name: string) => `${name}的类别`,
    uploading: (percent: number) => `正在上传 ${percent}%`,
    stored: '已上传',
    tooLarge: (name: string) => `${name} 超过 20 MB，请压缩或拆分后再上传。`,
    empty: (name: string) => `${name} 是空文件，请检查后再上传。`,
    wrongKind: (name: string) => `${name} 不是可上传的文件类型。`,
    tooMany: (most: number) => `最多 ${most} 个文件，请合并后再上传。`,
    remove: (name: string) => `移除 ${name}`,
    again: (name: string) => `重新上传 ${name}`,
    wait: '请等待文件上传完成，或移除未完成的文件后再提交。',
  },
} as const;
