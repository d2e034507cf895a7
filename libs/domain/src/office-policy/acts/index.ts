import { install } from './install.act';
import { publish } from './publish.act';

/** What may be asked of a policy. */
export const POLICY_ACTS = { [publish.type]: publish, [install.type]: install };
