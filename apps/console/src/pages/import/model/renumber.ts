import { type DraftEdit } from './draft';

/** Gives limits L1, L2, … and indicators I1, I2, …: ids are unique within a task, whatever was joined or taken apart. */
export function renumbered(content: DraftEdit): DraftEdit {
  return {
    ...content,
    limits: content.limits.map((limit, index) => ({ ...limit, limitId: `L${index + 1}` })),
    indicators: content.indicators.map((indicator, index) => ({ ...indicator, indicatorId: `I${index + 1}` })),
  };
}
