import { type PolicyContent, policyContentSchema } from '#domain';
import { type Problem } from '../../../api/problem';
import { WORDS } from '../../../words';
import { RULE_WORDS } from '../../../words/rules.words';

const words = RULE_WORDS.fault;

/** What is wrong at a place of the content, such as `ladders.limits.rungs.0.told`. */
export interface RuleFault {
  readonly place: string;
  readonly text: string;
}

/** What the rules of the domain have against a content, before it is sent. */
export function faultsOf(content: PolicyContent): readonly RuleFault[] {
  const { error } = policyContentSchema.safeParse(content);
  return (error?.issues ?? []).map(({ path, message }) => {
    const place = path.join('.');
    return { place, text: message.endsWith('。') ? message : plainText(place) };
  });
}

/** What the server has against it: the sentence is about the first place, the others are marked. Empty: its refusal is of no field. */
export function faultsTold({ places, message }: Problem): readonly RuleFault[] {
  const [first] = places;
  if (first === undefined || !places.every((place) => place.startsWith(CONTENT))) return [];
  return places.map((each, index) => {
    const place = each.slice(CONTENT.length);
    return { place, text: index === 0 ? message.replace(WORDS.errors.placeLead, '') : plainText(place) };
  });
}

const CONTENT = 'content.';

/** What to do about a place of which nothing but its kind is known. */
function plainText(place: string): string {
  if (/\.at$/u.test(place)) return words.time;
  if (/\.rungs$/u.test(place)) return words.noRungs;
  if (/^(?:acceptance|evidence)/u.test(place)) return words.lines;
  return /^(?:clocks|listing)\.|offsetWorkingDays$|\.from$|\.every$/u.test(place) ? words.number : words.other;
}

/** The fault of a place or of anything inside it; null for none. */
export function faultAt(faults: readonly RuleFault[], place: string): string | null {
  return faults.find((fault) => fault.place === place || fault.place.startsWith(`${place}.`))?.text ?? null;
}
