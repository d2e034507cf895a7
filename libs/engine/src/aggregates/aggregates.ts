import { type EvidenceStore } from '../evidence/evidence-store';
import { type States } from '../state/states';
import { calendarAggregate } from './calendar.aggregate';
import { ledgerAggregate } from './ledger.aggregate';
import { postAggregate } from './post.aggregate';
import { seriesAggregate } from './series.aggregate';
import { taskAggregate } from './task.aggregate';
import { unitAggregate } from './unit.aggregate';

/** Every aggregate of the house. */
export class Aggregates {
  readonly ledger;
  readonly task;
  readonly unit;
  readonly post;
  readonly series;
  readonly calendar;

  constructor(states: States, evidence: EvidenceStore) {
    this.ledger = ledgerAggregate(states);
    this.task = taskAggregate(states, evidence);
    this.unit = unitAggregate(states);
    this.post = postAggregate(states);
    this.series = seriesAggregate(states);
    this.calendar = calendarAggregate(states);
  }
}
