import { type Lamp } from '#domain';

/** The lamps, the urgent ones first. */
export const LAMPS: readonly Lamp[] = ['late', 'near', 'normal', 'suspended', 'closed', 'terminated', 'voided'];
