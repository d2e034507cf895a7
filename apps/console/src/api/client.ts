import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { apiProblem } from './api-problem';
import { isAttended } from './attended';
import { lastWritten } from './last-written';
import { type paths } from './schema';

/**
 * The typed client of the api, generated from its OpenAPI document. Every failed answer is thrown as a `Problem`; every
 * read asks for at least what this browser has written or heard of.
 */
export const api = createClient<paths>({ baseUrl: window.location.origin });

/** Reads as hooks: `reads.useQuery('get', '/api/tasks', { params })`. Keys begin with the method and the path. */
export const reads = createQueries(api);

const ownWritesAndProblems: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET' && !isAttended()) request.headers.set('x-taizhang-unattended', '1');
    const after = request.method === 'GET' ? lastWritten() : null;
    if (after === null) return request;
    const url = new URL(request.url);
    url.searchParams.set('after', after);
    return new Request(url, request);
  },
  async onResponse({ response }) {
    if (!response.ok) throw await apiProblem(response);
    return response;
  },
};

api.use(ownWritesAndProblems);

/** The body of an answer; openapi-fetch leaves it undefined only for answers without one. */
export function bodyOf<T>({ data }: { readonly data?: T }): T {
  if (data === undefined) throw new TypeError('the answer has no body');
  return data;
}
