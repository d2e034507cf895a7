import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type Lamp } from '#domain';
import { type Answer } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { EmptyNote } from '../../parts/empty-note';
import { LampMark } from '../../parts/lamp-mark';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { LedgerChoiceNote } from './ledger-choice-note';
import { listAddress, type LedgerFilters } from './ledger-view';

const words = LEDGER_WORDS.unit;

type Summary = Answer<'/api/ledgers/{ledgerId}/summary'>;
type Figures = Pick<Summary['bySection'][number], 'total' | 'late' | 'near' | 'normal' | 'closed'>;

/** Lamps that a ledger is counted by, the urgent ones first. */
const COUNTED = ['late', 'near', 'normal', 'closed'] as const satisfies readonly Lamp[];

/** How a ledger stands by lead unit and by section; every figure leads to its tasks. */
export function UnitView({ ledgerId }: { readonly ledgerId: string | null }): ReactElement {
  if (ledgerId === null) return <LedgerChoiceNote why={words.choose} />;
  return <Matrices ledgerId={ledgerId} />;
}

function Matrices({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const { data, error, refetch } = reads.useQuery('get', '/api/ledgers/{ledgerId}/summary', {
    params: { path: { ledgerId } },
  });
  if (data === undefined && error !== null)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  const sections = data.bySection.filter(({ section }) => section !== '' || data.bySection.length > 1);
  return (
    <>
      <p className="quiet">{words.note}</p>
      {data.byUnit.length === 0 && <EmptyNote why={words.noUnits} />}
      {data.byUnit.length > 0 && (
        <Matrix caption={words.caption} head={words.byUnit} ledgerId={ledgerId} lines={data.byUnit.map(unitLine)} />
      )}
      {sections.length > 0 && (
        <Matrix caption={words.sections} head={words.bySection} ledgerId={ledgerId} lines={sections.map(sectionLine)} />
      )}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly figures: Figures;
  readonly filters: Partial<LedgerFilters>;
}

function unitLine({ unit, ...figures }: Summary['byUnit'][number]): Line {
  return { key: unit.unitId, name: unit.name, figures, filters: { leadUnit: [unit.unitId] } };
}

function sectionLine({ section, ...figures }: Summary['bySection'][number]): Line {
  const name = section === '' ? LEDGER_WORDS.filters.noSection : section;
  return { key: section, name, figures, filters: { section: [section] } };
}

interface MatrixProps {
  readonly caption: string;
  readonly head: string;
  readonly ledgerId: string;
  readonly lines: readonly Line[];
}

function Matrix({ caption, head, ledgerId, lines }: MatrixProps): ReactElement {
  return (
    <div className="matrix-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="matrix">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{words.total}</th>
            {COUNTED.map((lamp) => (
              <th key={lamp} scope="col">
                <LampMark lamp={lamp} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, figures, filters }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <Figure count={figures.total} name={name} of={words.total} to={listAddress(ledgerId, filters)} />
              {COUNTED.map((lamp) => (
                <Figure
                  key={lamp}
                  count={figures[lamp]}
                  name={name}
                  of={WORDS.terms.lamps[lamp]}
                  to={listAddress(ledgerId, { ...filters, lamp: [lamp] })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureProps {
  readonly count: number;
  readonly name: string;
  readonly of: string;
  readonly to: string;
}

function Figure({ count, name, of, to }: FigureProps): ReactElement {
  return (
    <td className="number">
      {count === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <Link to={to} aria-label={`${name} ${of} ${count}`}>
          {count}
        </Link>
      )}
    </td>
  );
}
