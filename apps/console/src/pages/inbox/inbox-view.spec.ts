import { viewOf, writeView } from './inbox-view';

describe('the inbox in the address', () => {
  it('comes back as it was written', () => {
    const view = { box: 'settled', kind: 'urge' } as const;
    expect(viewOf(writeView(view))).toEqual(view);
    expect(writeView({ box: 'waiting', kind: null }).toString()).toBe('');
  });

  it('leaves out what it does not know', () => {
    expect(viewOf(new URLSearchParams('box=attic&kind=toString'))).toEqual({ box: 'waiting', kind: null });
  });
});
