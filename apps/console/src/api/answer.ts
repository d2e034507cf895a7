import { type paths } from './schema';

/** Paths of the api that are read with GET. */
type ReadPath = { [Path in keyof paths]: paths[Path] extends { get: object } ? Path : never }[keyof paths];

/** What a GET of a path answers, as the OpenAPI document describes it. */
export type Answer<Path extends ReadPath> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** The body that a POST to a path takes. */
export type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Sent } } };
}
  ? Sent
  : never;

export type Me = Answer<'/api/me'>;
export type LedgerRow = Answer<'/api/ledgers'>['ledgers'][number];
export type TaskRow = Answer<'/api/tasks'>['tasks'][number];
export type TaskDetail = Answer<'/api/tasks/{taskId}'>['task'];
export type TimelineEntry = Answer<'/api/tasks/{taskId}/timeline'>['entries'][number];
export type LogEntry = Answer<'/api/events'>['entries'][number];
export type HomeRow = Answer<'/api/home'>['rows'][number];
export type InboxEntry = Answer<'/api/inbox'>['entries'][number];
export type UnitRow = Answer<'/api/units'>['units'][number];
