import { apiProblem } from './api-problem';

const refused = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const ENDED = { code: 'IDENTITY.WRONG_PASSWORD', message: '登录名或口令不正确。', errorId: 'e-1' };

describe('what a refused request says', () => {
  it('is the server’s own sentence with its code, also without details: a wrong password was told as an unreadable answer', async () => {
    const { code, message, errorId, status, places } = await apiProblem(refused(401, ENDED));
    expect({ code, message, errorId, status, places }).toEqual({ ...ENDED, status: 401, places: [] });
  });

  it('names the places that are at fault, where it has some', async () => {
    const body = { code: 'INPUT.INVALID', message: '请检查填写的内容。', errorId: 'e-2', details: { places: ['due'] } };
    expect((await apiProblem(refused(400, body))).places).toEqual(['due']);
  });

  it('is told by its status alone where a proxy answers in the place of the api', async () => {
    const page = new Response('<html>Bad Gateway</html>', { status: 502 });
    expect(await apiProblem(page)).toMatchObject({ code: 'CONSOLE.ANSWER', status: 502 });
  });
});
