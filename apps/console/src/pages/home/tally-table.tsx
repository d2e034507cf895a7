import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Lamp } from '#domain';
import { LampMark } from '../../parts/lamp-mark';
import { HOME_WORDS } from '../../words/home.words';

/** How many tasks of a unit or a section stand under which lamp. */
export interface TallyLine {
  readonly name: string;
  /** The filter of the ledger that shows the same tasks. */
  readonly filter: Readonly<Record<string, string>>;
  readonly total: number;
  readonly normal: number;
  readonly near: number;
  readonly late: number;
  readonly closed: number;
}

interface Props {
  readonly caption: string;
  readonly head: string;
  readonly lines: readonly TallyLine[];
}

const LAMPS = ['late', 'near', 'normal', 'closed'] as const satisfies readonly Lamp[];

/** Lamps by unit or section; every figure opens the tasks behind it. */
export function TallyTable({ caption, head, lines }: Props): ReactElement {
  return (
    <div className="tally-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="tally">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{HOME_WORDS.total}</th>
            {LAMPS.map((lamp) => (
              <th key={lamp} scope="col">
                <LampMark lamp={lamp} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              <td>
                <Figure count={line.total} filter={line.filter} />
              </td>
              {LAMPS.map((lamp) => (
                <td key={lamp}>
                  <Figure count={line[lamp]} filter={{ ...line.filter, lamp }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ count, filter }: { readonly count: number; readonly filter: TallyLine['filter'] }): ReactElement {
  if (count === 0) return <span className="quiet">0</span>;
  return <Link to={`/ledger?${new URLSearchParams(filter).toString()}`}>{count}</Link>;
}
