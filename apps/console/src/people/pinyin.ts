import { pinyin } from 'pinyin-pro';

/** Turns a person's name into pinyin without tones. */
export type PinyinOf = (name: string) => string;

/** A surname at the beginning is read as one. The table of readings is large: pages load this file when they want it. */
export const pinyinOf: PinyinOf = (name) =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).join('');
