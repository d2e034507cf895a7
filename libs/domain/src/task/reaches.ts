import { type Indicator } from './task.parts';

/**
 * True when a value reaches a target, false when it does not; null for an approximate target (约 21%), which a person judges. This is
 * the only comparison of values with targets: 22.4 % of about 21 % was shown as missed (0.1).
 */
export function reachesTarget(
  { op, value, max, approximate }: Pick<Indicator, 'op' | 'value' | 'max' | 'approximate'>,
  reading: number,
): boolean | null {
  if (approximate) return null;
  switch (op) {
    case '>=':
      return reading >= value;
    case '<=':
      return reading <= value;
    case '=':
      return reading === value;
    case 'range':
      return reading >= value && reading <= (max ?? value);
  }
}
