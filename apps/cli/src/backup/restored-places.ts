/**
 * The new positions for numbers of events. A backup says "the first n events of the file" where a place in the log is
 * meant. Some of those events may be left out of a restore, so the place is that of the last restored one among them.
 */
export class RestoredPlaces<Place> {
  /** In falling order: the next one is the last. */
  private readonly wanted: number[];
  private readonly places = new Map<number, Place | null>();
  private last: Place | null = null;

  /** @param numbers the numbers asked for later */
  constructor(numbers: Iterable<number>) {
    this.wanted = [...new Set(numbers)].sort((one, other) => other - one);
  }

  /** Takes in the next restored event: its number in the file, and where it stands now. */
  pass(number: number, place: Place): void {
    this.settle(number);
    this.last = place;
  }

  /** Where the first `number` events of the file end in the restored log; null before its first event. */
  of(number: number): Place | null {
    const place = this.places.get(number);
    return place === undefined ? this.last : place;
  }

  /** Every number before this one is settled. */
  private settle(number: number): void {
    for (let next = this.wanted.at(-1); next !== undefined && next < number; next = this.wanted.at(-1)) {
      this.places.set(next, this.last);
      this.wanted.pop();
    }
  }
}
