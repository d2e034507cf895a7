import { z } from 'zod';
import { WORDS } from '../words';
import { Problem } from './problem';

/** Few refusals have details. Asked for in each, they made the console say of all others that the answer cannot be read. */
const errorBody = z.object({
  code: z.string(),
  message: z.string(),
  errorId: z.string(),
  details: z.unknown().optional(),
});

const places = z.object({ places: z.array(z.string()) });

/** What a refused request says. An answer that is not the api's own (a proxy's page) is told by its status only. */
export async function apiProblem(response: Response): Promise<Problem> {
  const body = errorBody.safeParse(await response.json().catch(() => null));
  if (!body.success) return new Problem('CONSOLE.ANSWER', WORDS.errors.answer(response.status), null, response.status);
  const { code, message, errorId, details } = body.data;
  const faulty = places.safeParse(details).data?.places ?? [];
  return new Problem(code, WORDS.errors.byCode[code] ?? message, errorId, response.status, faulty);
}
