import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Lamp } from '#domain';
import { type Answer } from '../../api/answer';
import { WORDS } from '../../words';
import { LampMark } from '../lamp-mark';
import { LAMPS } from '../lamps';
import './lamp-tables.css';

type Summary = Answer<'/api/ledgers/{ledgerId}/summary'>;
type Figures = Pick<Summary['bySection'][number], 'total' | Lamp>;

interface Props {
  readonly ledgerId: string;
  readonly summary: Summary;
}

const words = WORDS.parts.lampTables;

/** How a ledger stands under each lamp, by lead unit and by section; every figure leads to its tasks. */
export function LampTables({ ledgerId, summary }: Props): ReactElement {
  const { byUnit, bySection } = summary;
  const hasSections = bySection.some(({ section }) => section !== '');
  return (
    <>
      {byUnit.length > 0 && (
        <LampTable
          caption={words.byUnit}
          head={words.unit}
          lines={unitLines(ledgerId, byUnit)}
          note={totalOf(bySection) > totalOf(byUnit) ? words.withoutUnit : null}
        />
      )}
      {hasSections && (
        <LampTable
          caption={words.bySection}
          head={words.section}
          lines={sectionLines(ledgerId, bySection)}
          note={null}
        />
      )}
    </>
  );
}

/** Every task is in one section, and in as many lines of units as it has lead units: fewer there means some without any. */
function totalOf(figures: readonly Figures[]): number {
  return figures.reduce((sum, { total }) => sum + total, 0);
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly figures: Figures;
  /** What shows the line's tasks in the ledger. */
  readonly filter: Readonly<Record<string, string>>;
}

function unitLines(ledgerId: string, byUnit: Summary['byUnit']): Line[] {
  return byUnit.map(({ unit, ...figures }) => ({
    key: unit.unitId,
    name: unit.name,
    figures,
    filter: { ledgerId, leadUnit: unit.unitId },
  }));
}

function sectionLines(ledgerId: string, bySection: Summary['bySection']): Line[] {
  return bySection.map(({ section, ...figures }) => ({
    key: section,
    name: section === '' ? WORDS.parts.noSection : section,
    figures,
    filter: { ledgerId, section },
  }));
}

interface TableProps {
  readonly caption: string;
  readonly head: string;
  readonly lines: readonly Line[];
  /** Said below the table. */
  readonly note: string | null;
}

function LampTable({ caption, head, lines, note }: TableProps): ReactElement {
  return (
    <div className="lamp-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="lamp-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{words.total}</th>
            {LAMPS.map((lamp) => (
              <th key={lamp} scope="col">
                <LampMark lamp={lamp} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, figures, filter }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <Figure count={figures.total} name={name} of={words.total} filter={filter} />
              {LAMPS.map((lamp) => (
                <Figure
                  key={lamp}
                  count={figures[lamp]}
                  name={name}
                  of={WORDS.terms.lamps[lamp]}
                  filter={{ ...filter, lamp }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== null && <p className="lamp-table-note quiet">{note}</p>}
    </div>
  );
}

interface FigureProps {
  readonly count: number;
  readonly name: string;
  readonly of: string;
  readonly filter: Line['filter'];
}

function Figure({ count, name, of, filter }: FigureProps): ReactElement {
  return (
    <td className="number">
      {count === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <Link to={`/ledger?${new URLSearchParams(filter).toString()}`} aria-label={`${name} ${of} ${count}`}>
          {count}
        </Link>
      )}
    </td>
  );
}
