import { hostAndPort, originHere } from './address';

describe('originHere', () => {
  it.each([
    ['127.0.0.1', 3000, 'http://127.0.0.1:3000'],
    ['localhost', 3000, 'http://localhost:3000'],
    ['0.0.0.0', 3000, 'http://127.0.0.1:3000'],
    ['::', 3000, 'http://127.0.0.1:3000'],
    ['::1', 3000, 'http://[::1]:3000'],
    ['192.0.2.7', 80, 'http://192.0.2.7'],
  ])('gives a server on host %s and port %i the origin %s', (host, port, origin) => {
    expect(originHere(host, port)).toBe(origin);
  });
});

it('hostAndPort puts an IPv6 address in brackets', () => {
  expect([hostAndPort('::', 3000), hostAndPort('localhost', 80)]).toEqual(['[::]:3000', 'localhost:80']);
});
