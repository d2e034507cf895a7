import { ACTS, AGGREGATES, type AnyAct, idSchema, UNIT_ACTS } from '#domain';
import { z } from 'zod';
import { type CommandRoute } from './command-route';

/** Making real units of the names that an import holds. */
export const createUnitsBodySchema = z.strictObject({
  /** Names to create as they stand; collective names are left to a person. */
  names: z.array(UNIT_ACTS['unit.create'].command.shape.name).min(1).max(300),
  parentId: idSchema.nullable().default(null),
});

/** True when an act is asked for here: the engine's own have no route, and what answers with a secret has one that hands it out. */
function hasRoute({ grants, secret = false }: AnyAct): boolean {
  return !secret && grants.some(([role]) => role !== 'engine');
}

/**
 * The path of an act: `tasks/:id/hang`. What makes a new thing and its id needs none; the first such act of an aggregate is the aggregate's
 * own path (`POST units`), any other goes by its verb (`POST ledgers/open-practice`).
 */
function pathOf(act: AnyAct): string {
  const { plural: things, idGiven } = AGGREGATES[act.aggregate];
  const verb = act.type.slice(act.type.indexOf('.') + 1);
  if (!act.begin || idGiven) return `${things}/:id/${verb}`;
  const first = ACTS.find((each) => each.aggregate === act.aggregate && each.begin);
  return first === act ? things : `${things}/${verb}`;
}

/** The commands that people and programs may send, from the list of acts. */
export const COMMAND_ROUTES: readonly CommandRoute[] = ACTS.filter(hasRoute).map((act) => ({
  act,
  operation: act.type,
  path: pathOf(act),
  body: act.command,
  summary: act.word,
}));

/** What an accepted command answers. `position` goes into `after` of a query that must see it. */
export const commandOutcomeSchema = z.strictObject({
  id: idSchema,
  revision: z.int().nonnegative(),
  position: z.string(),
  events: z.array(z.string()),
});

/** Every error of the API: a stable code, a sentence that tells what to do, and an id to quote. */
export const apiErrorSchema = z.strictObject({ code: z.string(), message: z.string(), errorId: z.string() });
