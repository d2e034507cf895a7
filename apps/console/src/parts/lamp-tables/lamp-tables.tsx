import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Lamp } from '#domain';
import { type Answer } from '../../api/answer';
import { WORDS } from '../../words';
import { LampMark } from '../lamp-mark';
import { LAMPS } from '../lamps';
import { closedShare, type Figures, shareText, whole } from './closed-share';
import { notesOf } from './sum-notes';
import './lamp-tables.css';

type Summary = Answer<'/api/ledgers/{ledgerId}/summary'>;

interface Props {
  readonly ledgerId: string;
  readonly summary: Summary;
}

const words = WORDS.parts.lampTables;

/** How a ledger stands under each lamp, by lead unit and by section; every figure leads to its tasks. */
export function LampTables({ ledgerId, summary }: Props): ReactElement {
  const { byUnit, bySection } = summary;
  const hasSections = bySection.some(({ section }) => section !== '');
  const all = { name: words.whole, figures: whole(summary), filter: { ledgerId } };
  const note = [...notesOf(summary), words.shareNote].join('');
  return (
    <>
      {byUnit.length > 0 && (
        <LampTable caption={words.byUnit} head={words.unit} lines={unitLines(ledgerId, byUnit)} all={all} note={note} />
      )}
      {hasSections && (
        <LampTable
          caption={words.bySection}
          head={words.section}
          lines={sectionLines(ledgerId, bySection)}
          all={all}
          note={words.shareNote}
        />
      )}
    </>
  );
}

interface Line extends Whole {
  readonly key: string;
}

/** What a line says of its tasks. */
interface Whole {
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
  /** Every task of the ledger, each once: a sum of the lines would count a task of two units twice. */
  readonly all: Whole;
  /** Said below the table. */
  readonly note: string;
}

function LampTable({ caption, head, lines, all, note }: TableProps): ReactElement {
  const lamps = lampsOf(all.figures);
  return (
    <div className="lamp-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="lamp-table lamp-cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{words.total}</th>
            {lamps.map((lamp) => (
              <th key={lamp} scope="col">
                <LampMark lamp={lamp} />
              </th>
            ))}
            <th scope="col">{words.closedShare}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, ...line }) => (
            <Row key={key} line={line} lamps={lamps} />
          ))}
        </tbody>
        <tfoot>
          <Row line={all} lamps={lamps} />
        </tfoot>
      </table>
      <p className="lamp-table-note quiet">{note}</p>
    </div>
  );
}

/** The lamps with a column: endings that no task of the ledger has come to would only be columns of noughts. */
function lampsOf({ terminated, voided }: Figures): readonly Lamp[] {
  return LAMPS.filter((lamp) => (lamp !== 'terminated' || terminated > 0) && (lamp !== 'voided' || voided > 0));
}

interface RowProps {
  readonly line: Whole;
  readonly lamps: readonly Lamp[];
}

function Row({ line: { name, figures, filter }, lamps }: RowProps): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      <Figure count={figures.total} name={name} of={words.total} filter={filter} />
      {lamps.map((lamp) => (
        <Figure
          key={lamp}
          count={figures[lamp]}
          name={name}
          of={WORDS.terms.lamps[lamp]}
          filter={{ ...filter, lamp }}
        />
      ))}
      <td className="number" data-label={words.closedShare}>
        {shareText(closedShare(figures))}
      </td>
    </tr>
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
    <td className={count === 0 ? 'number nought' : 'number'} data-label={of}>
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
