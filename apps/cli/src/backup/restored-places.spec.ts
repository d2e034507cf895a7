import { RestoredPlaces } from './restored-places';

describe('the places of numbers', () => {
  it('are those of the events with these numbers when every event is restored', () => {
    const places = new RestoredPlaces<string>([3, 1, 0]);
    for (const number of [1, 2, 3, 4]) places.pass(number, String(number * 10));
    expect([0, 1, 3].map((number) => places.of(number))).toEqual([null, '10', '30']);
  });

  it('are those of the last restored event before, where events are left out', () => {
    const places = new RestoredPlaces<string>([1, 2, 4, 5, 9]);
    // Events 1, 4 and 5 of the file are left out.
    for (const [number, position] of [
      [2, '100'],
      [3, '101'],
      [6, '102'],
    ] as const)
      places.pass(number, position);
    expect([1, 2, 4, 5, 9].map((number) => places.of(number))).toEqual([null, '100', '101', '101', '102']);
  });
});
