import { crc32, deflateSync } from 'node:zlib';

/** A made-up file that shows something: a page of paper, or a picture with bars of heights between 0 and 1. */
export type DemoFile =
  | { readonly kind: 'paper'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'picture'; readonly name: string; readonly bars: readonly number[] };

/** The file with its bytes, as somebody would upload it. */
export function fileOf(file: DemoFile): { readonly fileName: string; readonly content: Buffer } {
  return file.kind === 'paper'
    ? { fileName: `${file.name}.pdf`, content: paperOf(file.name, file.lines) }
    : { fileName: `${file.name}.png`, content: pictureOf(file.bars) };
}

/** A page with some lines of text, as PDF. The font is the reader's own, as the file carries none. */
function paperOf(title: string, lines: readonly string[]): Buffer {
  const text = [`BT /F1 20 Tf 72 760 Td <${utf16(title)}> Tj ET`];
  lines.forEach((line, index) => text.push(`BT /F1 13 Tf 72 ${715 - 26 * index} Td <${utf16(line)}> Tj ET`));
  const stream = text.join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93/FontBBox[-25 -254 1000 880]>>',
  ];
  return Buffer.from(pdfOf(objects), 'latin1');
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function pdfOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
}

const WIDTH = 320;
const HEIGHT = 180;
/** Around the bars, in pixels. */
const MARGIN = 10;
/** Red, green and blue of the bars; the paper is white. */
const BAR = Buffer.from([0x3b, 0x6e, 0xa5]);

/** A row of bars, as PNG. */
function pictureOf(bars: readonly number[]): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => rowOf(HEIGHT - y, bars));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One line of pixels at a height above the bottom, behind the byte that says that it is not filtered. */
function rowOf(height: number, bars: readonly number[]): Buffer {
  const row = Buffer.alloc(1 + 3 * WIDTH, 0xff);
  row[0] = 0;
  const slot = Math.floor(WIDTH / Math.max(1, bars.length));
  bars.forEach((share, index) => {
    const isInside = height > MARGIN && height <= MARGIN + (HEIGHT - 2 * MARGIN) * share;
    const from = Math.floor((index + 0.2) * slot);
    if (isInside) row.fill(BAR, 1 + 3 * from, 1 + 3 * (from + Math.floor(0.6 * slot)));
  });
  return row;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
