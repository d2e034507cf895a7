import { kindOfFile } from './evidence-kind';

const ZIP = 'PK\u0003\u0004';
const kind = (content: string): string | null => kindOfFile(Buffer.from(content, 'latin1'))?.mediaType ?? null;

describe('kindOfFile', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\u0089PNG\r\n\u001a\n', 'image/png'],
    ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
    [`${ZIP}word/document.xml`, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [`${ZIP}xl/workbook.xml`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [`${ZIP}OFD.xml`, 'application/ofd'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'application/x-ole-storage'],
  ])('knows %j by its content', (content, mediaType) => {
    expect(kind(content)).toBe(mediaType);
  });

  it.each([
    '',
    '%PDF',
    ' %PDF-1.7',
    'MZ\u0090',
    '\u007fELF',
    '<html>',
    '<svg/>',
    ZIP,
    `${ZIP}payload.exe`,
    '#!/bin/sh',
  ])('refuses %j', (content) => {
    expect(kind(content)).toBeNull();
  });
});
