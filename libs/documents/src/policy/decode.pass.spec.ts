import { decode } from './decode.pass';
import { DocumentError } from './document-error';
import { DOCUMENT_LIMITS } from './document-limits';

const TEXT = '云岭市重点任务清单\n一、健全机制\n（一）建立台账。每季度调度一次。（市卫健委牵头，各县区配合）\n';
const GBK = Buffer.from(
  'd4c6c1ebcad0d6d8b5e3c8cecef1c7e5b5a50ad2bba1a2bda1c8abbbfad6c60aa3a8d2bba3a9bda8c1a2cca8d5cba1a3c3bfbcbeb6c8b5f7b6c8d2bbb4cea1a3a3a8cad0cec0bda1ceafc7a3cdb7a3acb8f7cfd8c7f8c5e4bacfa3a90a',
  'hex',
);

function refusal(bytes: Uint8Array): DocumentError | null {
  try {
    decode(bytes);
    return null;
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

describe('decode', () => {
  it('reads UTF-8 with and without byte order mark alike', () => {
    expect(decode(Buffer.from(TEXT))).toEqual({ source: TEXT, encoding: 'utf-8' });
    expect(decode(Buffer.from(`\ufeff${TEXT}`)).source).toBe(TEXT);
  });

  it('reads UTF-16 of both byte orders by their mark', () => {
    const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    expect(decode(little)).toEqual({ source: TEXT, encoding: 'utf-16le' });
    expect(decode(Buffer.from(little).swap16())).toEqual({ source: TEXT, encoding: 'utf-16be' });
  });

  it('reads GBK', () => {
    expect(decode(GBK)).toEqual({ source: TEXT, encoding: 'gb18030' });
  });

  it.each([
    ['nothing', new Uint8Array(0), 'DOCUMENT.EMPTY'],
    ['blanks only', Buffer.from(' \n\u3000\n'), 'DOCUMENT.EMPTY'],
    ['a byte order mark only', Buffer.from('\ufeff'), 'DOCUMENT.EMPTY'],
    ['a zip (docx, xlsx)', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]), 'DOCUMENT.BINARY'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'DOCUMENT.BINARY'],
    ['zero bytes', Buffer.from([0x41, 0x00, 0x42]), 'DOCUMENT.BINARY'],
    ['control characters', Buffer.from('一、任务\u0001'), 'DOCUMENT.BINARY'],
    ['bytes of no encoding', Buffer.from([0xe4, 0xb8, 0x0a, 0xff, 0xff, 0x41]), 'DOCUMENT.ENCODING'],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x00, 0x4e, 0x00]), 'DOCUMENT.ENCODING'],
    ['5 MiB and one byte', new Uint8Array(DOCUMENT_LIMITS.bytes + 1), 'DOCUMENT.TOO_LARGE'],
    ['50 MB', Buffer.alloc(50_000_000, 0x41), 'DOCUMENT.TOO_LARGE'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(refusal(bytes)?.code).toBe(code);
  });

  it('names the line where two encodings are mixed', () => {
    const mixed = Buffer.concat([Buffer.from('一、健全机制\n二、提升能力\n'), GBK]);
    expect(refusal(mixed)?.message).toMatch(/第 1 行.*如第 3 行/u);
    const torn = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe4, 0xb8])]);
    expect(refusal(torn)?.message).toContain('第 4 行');
  });

  it('names the first line that no encoding fits', () => {
    expect(refusal(Buffer.concat([GBK, Buffer.from([0xff, 0xff, 0xff])]))?.message).toContain('第 4 行');
  });
});
