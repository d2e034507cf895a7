import { type ReactElement } from 'react';
import { type TimelineEntry } from '../../api/answer';
import { type DataRow, dataRows, momentInShanghai } from '../../timeline';
import { WORDS } from '../../words';
import { AUDIT_WORDS } from '../../words/audit.words';

const words = AUDIT_WORDS.facts;

/** Who did it, both clocks, its place in the record, its seal; then what it holds. */
export function RecordFacts({ entry }: { readonly entry: TimelineEntry }): ReactElement {
  const { actor, occurredOn, recordedAt, position, revision, hash } = entry;
  const facts: readonly (readonly [string, string])[] = [
    [words.who, actor.name],
    [words.role, WORDS.terms.roles[actor.role]],
    // The program acts for no unit.
    [words.unit, (actor.role === 'engine' ? null : actor.unitName) ?? WORDS.parts.none],
    [words.occurredOn, occurredOn ?? WORDS.parts.none],
    [words.recordedAt, momentInShanghai(recordedAt)],
    [words.position, position],
    [words.revision, String(revision + 1)],
    [words.hash, hash],
  ];
  return (
    <>
      <dl className="record">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <Rows rows={dataRows(entry)} />
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly DataRow[] }): ReactElement {
  return (
    <dl className="record">
      {rows.map((row, index) => (
        // The same field may stand several times, as in a list of limits.
        <div key={`${row.key}/${index}`}>
          <dt>{row.label}</dt>
          <dd>{row.rows.length > 0 ? <Rows rows={row.rows} /> : row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
