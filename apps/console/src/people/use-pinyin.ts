import { useEffect, useState } from 'react';
import { type PinyinOf } from './pinyin';

/** The readings of names; null while they are being loaded, or when they cannot be: names are then typed. */
export function usePinyin(): PinyinOf | null {
  const [pinyinOf, setPinyinOf] = useState<PinyinOf | null>(null);
  useEffect(() => {
    import('./pinyin').then((loaded) => setPinyinOf(() => loaded.pinyinOf)).catch(() => undefined);
  }, []);
  return pinyinOf;
}
