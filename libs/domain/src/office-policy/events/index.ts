import { loweringAsked } from './lowering-asked.event';
import { published } from './published.event';

/** The facts of a policy. */
export const POLICY_EVENTS = { [published.type]: published, [loweringAsked.type]: loweringAsked };
