/** What fields and rules say that several forms share. */
export const FORM_WORDS = {
  today: (day: string) => `今天（${day}）`,
  required: '请填写此项',
  requiredChoice: '请选择此项',
  mustCommit: '请勾选后提交',
  privateData: '文字中有身份证号或手机号，请删除后再提交',

  evidence: {
    allowed: '可上传 PDF、OFD、Word、Excel、WPS 文件和 PNG、JPG 图片，每个不超过 20 MB，最多 50 个。',
    choose: '选择文件',
    drop: '也可以把文件拖到这里',
    list: '已选文件',
    uploading: (percent: number) => `正在上传 ${percent}%`,
    stored: '已上传',
    tooLarge: (name: string) => `${name} 超过 20 MB，请压缩或拆分后再上传。`,
    empty: (name: string) => `${name} 是空文件，请检查后再上传。`,
    wrongKind: (name: string) => `${name} 不是可上传的文件类型。`,
    tooMany: '最多 50 个文件，请合并后再上传。',
    remove: (name: string) => `移除 ${name}`,
    again: (name: string) => `重新上传 ${name}`,
    wait: '请等待文件上传完成，或移除未完成的文件后再提交。',
  },
} as const;
