import { fileFault, MAX_FILE_BYTES } from './evidence-limits';

describe('files chosen as evidence', () => {
  it.each([
    ['方案.pdf', 1, null],
    ['照片.JPG', MAX_FILE_BYTES, null],
    ['台账.et', 10, null],
    ['方案.pdf', MAX_FILE_BYTES + 1, '超过 20 MB'],
    ['方案.docx', 0, '是空文件'],
    ['压缩包.zip', 10, '不是可上传的文件类型'],
    ['没有扩展名', 10, '不是可上传的文件类型'],
  ])('%s of %d bytes: %s', (name, size, fault) => {
    const found = fileFault({ name, size });
    expect(fault === null ? found : (found ?? '').includes(fault)).toBe(fault === null ? null : true);
  });
});
