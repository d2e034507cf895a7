import { DocumentError } from './document-error';
import { DOCUMENT_LIMITS } from './document-limits';
import { type DocumentEncoding } from './reading.types';

/** The text of a document and the encoding it was read in. */
export interface Decoded {
  readonly source: string;
  readonly encoding: DocumentEncoding;
}

const SAVE_AS_TEXT = '请先把文件另存为纯文本（.txt）再导入。';
const SAVE_AS_UTF8 = '请用 UTF-8 编码另存为纯文本后再导入。';

/** First bytes of files that are often sent instead of their text. */
const BINARY_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['Word、Excel 或压缩包', [0x50, 0x4b, 0x03, 0x04]],
  ['旧版 Word 或 Excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
];

/**
 * Reads bytes as UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030 (which holds GBK and GB2312).
 * @throws DocumentError `DOCUMENT.TOO_LARGE`, `DOCUMENT.EMPTY`, `DOCUMENT.BINARY`, `DOCUMENT.ENCODING`
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > DOCUMENT_LIMITS.bytes) {
    const mebibytes = DOCUMENT_LIMITS.bytes / 1024 / 1024;
    throw new DocumentError('DOCUMENT.TOO_LARGE', `文件超过 ${mebibytes} MiB，请拆成几个文件分别导入。`);
  }
  if (bytes.length === 0) throw emptyDocument();
  refuseBinaryMark(bytes);
  const decoded = decodeByMark(bytes) ?? decodeBytes(bytes);
  refuseControlCharacters(decoded.source);
  if (decoded.source.trim() === '') throw emptyDocument();
  return decoded;
}

function emptyDocument(): DocumentError {
  return new DocumentError('DOCUMENT.EMPTY', '文件是空的，请检查是否选错了文件。');
}

function refuseBinaryMark(bytes: Uint8Array): void {
  const found = BINARY_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (found) throw new DocumentError('DOCUMENT.BINARY', `这是${found[0]}文件，不是纯文本。${SAVE_AS_TEXT}`);
}

function decodeByMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return null;
  const encoding = utf16Of(bytes);
  if (encoding === null) return null;
  const source = tryDecode(encoding, bytes);
  if (source === null) throw new DocumentError('DOCUMENT.ENCODING', `文件的 UTF-16 编码已损坏。${SAVE_AS_UTF8}`);
  return { source, encoding };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) throw new DocumentError('DOCUMENT.BINARY', `文件含有二进制内容。${SAVE_AS_TEXT}`);
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== null) return { source: utf8, encoding: 'utf-8' };
  refuseMixture(bytes);
  const source = tryDecode('gb18030', bytes);
  if (source === null) throw badLine(firstBadLine(bytes, 'gb18030'), '既不是 UTF-8 也不是 GB18030 编码');
  return { source, encoding: 'gb18030' };
}

function tryDecode(encoding: DocumentEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * GB18030 accepts almost any pair of high bytes, so a UTF-8 file with one foreign line would come out as gibberish.
 * Each line is therefore looked at by itself.
 */
function refuseMixture(bytes: Uint8Array): void {
  const lines = linesOf(bytes).filter(hasHighByte);
  const utf8 = lines.filter(({ content }) => isChineseUtf8(content));
  if (utf8.length === 0) return;
  const other = lines.filter(({ content }) => tryDecode('utf-8', content) === null);
  const [few, many] = other.length > utf8.length ? [utf8[0], other[0]] : [other[0], utf8[0]];
  if (few && many) {
    throw badLine(few.number, `的编码与其他行（如第 ${many.number} 行）不同：UTF-8 与 GB18030 混用，或该行已损坏`);
  }
}

interface ByteLine {
  readonly number: number;
  readonly content: Uint8Array;
}

function linesOf(bytes: Uint8Array): ByteLine[] {
  const lines: ByteLine[] = [];
  let start = 0;
  while (start <= bytes.length) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next;
    lines.push({ number: lines.length + 1, content: bytes.subarray(start, end) });
    start = end + 1;
  }
  return lines;
}

function hasHighByte({ content }: ByteLine): boolean {
  return content.some((byte) => byte >= 0x80);
}

/** True for two Chinese characters in UTF-8. Bytes of GBK text do not form them by chance. */
function isChineseUtf8(content: Uint8Array): boolean {
  const text = tryDecode('utf-8', content);
  return text !== null && /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]{2}/u.test(text);
}

function firstBadLine(bytes: Uint8Array, encoding: DocumentEncoding): number {
  return linesOf(bytes).find(({ content }) => tryDecode(encoding, content) === null)?.number ?? 1;
}

function badLine(line: number, problem: string): DocumentError {
  return new DocumentError('DOCUMENT.ENCODING', `第 ${line} 行${problem}，无法可靠读取。${SAVE_AS_UTF8}`);
}

/** Text has no control characters except tabs, line ends, form feeds and the end mark of old editors (0x1a). */
function refuseControlCharacters(source: string): void {
  const allowed = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if ((code < 0x20 && !allowed.has(code)) || code === 0x7f) {
      throw new DocumentError('DOCUMENT.BINARY', `文件含有二进制内容。${SAVE_AS_TEXT}`);
    }
  }
}
