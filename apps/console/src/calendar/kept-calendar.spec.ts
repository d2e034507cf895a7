import { NOTHING_EDITED, readKeptCalendar } from './kept-calendar';

const before = { off: ['2026-01-01'], work: [], provisional: false };
const after = { ...before, off: ['2026-01-01', '2026-01-02'] };
const edited = { edits: { '2026': { year: 2026, before, after } }, notice: '' };

describe('a calendar that was being edited', () => {
  it('comes back as it was kept: days that were touched, and the notice that was pasted', () => {
    expect(readKeptCalendar(JSON.parse(JSON.stringify(edited)))).toEqual(edited);
    expect(readKeptCalendar({ edits: {}, notice: '元旦：1月1日放假' })).toEqual({
      edits: {},
      notice: '元旦：1月1日放假',
    });
  });

  it('does not come back where nothing was changed, or what is there is no calendar', () => {
    expect(readKeptCalendar(NOTHING_EDITED)).toBeNull();
    expect(readKeptCalendar({ ...edited, edits: { '2026': { year: 2026, before } } })).toBeNull();
    expect(readKeptCalendar(null)).toBeNull();
  });
});
