import { type ReactElement } from 'react';
import { type Answer } from '../../api/answer';
import { WORDS } from '../../words';
import { turnName } from './held-text';

type Held = Answer<'/api/ledgers/{ledgerId}/summary'>['held'];

const words = WORDS.parts.held;

/** In whose hands the tasks of a ledger were how long: its units, then the office, who checks and who closes. */
export function HeldTable({ held }: { readonly held: Held }): ReactElement | null {
  if (held.length === 0) return null;
  return (
    <div className="lamp-table-scroll" role="region" aria-label={words.title} tabIndex={0}>
      <table className="lamp-table">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.days}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((part) => (
            <tr key={part.unit?.unitId ?? part.kind}>
              <th scope="row">{part.unit?.name ?? turnName(part)}</th>
              <td className="number">{part.workingDays}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lamp-table-note quiet">{words.note}</p>
    </div>
  );
}
