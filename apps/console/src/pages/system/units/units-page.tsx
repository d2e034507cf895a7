import { Button, Input } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { type UnitRow } from '../../../api/answer';
import { reads } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { mayAnywhere, useMe } from '../../../app/session';
import { EmptyNote } from '../../../parts/empty-note';
import { PageLoading } from '../../../parts/page-loading';
import { ProblemNote } from '../../../parts/problem-note';
import { useAllUnits } from '../../../people/use-register';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { CreateUnits } from './create-units';
import { LackingUnits } from './lacking-units';
import { UnitBranch } from './unit-branch';
import { UnitDrawer } from './unit-drawer';
import { pathAbove, treesOf } from './unit-tree';

const words = SYSTEM_WORDS.units;
const FOUND_LIMIT = 100;

/** The register of units as a tree or, while a search text is entered, as a list. A click on a unit opens its drawer. */
export default function UnitsPage(): ReactElement {
  const me = useMe();
  const [text, setText] = useState('');
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const { units, problem } = useAllUnits();
  const trees = useMemo(() => treesOf(units ?? []), [units]);
  if (problem !== null) return <ProblemNote problem={problem} />;
  if (units === null) return <PageLoading />;
  const searched = text.trim();
  return (
    <section className="panel">
      <div className="list-head">
        <Input.Search
          className="list-search"
          aria-label={words.search}
          placeholder={words.searchHint}
          allowClear
          onChange={(event) => setText(event.target.value)}
        />
        {searched === '' && <span className="quiet">{words.count(units.length)}</span>}
        {mayAnywhere(me, 'unit.create') && (
          <span className="acts">
            <Button type="primary" onClick={() => setCreating(true)}>
              {words.add}
            </Button>
          </span>
        )}
      </div>
      {!mayAnywhere(me, 'unit.create') && <p className="quiet">{words.mayNot}</p>}
      {searched === '' && <LackingUnits units={units} onOpen={setOpenedId} />}
      {searched !== '' && <FoundUnits text={searched} onOpen={setOpenedId} />}
      {searched === '' && trees.length === 0 && <EmptyNote why={words.empty} />}
      {searched === '' && (
        <ul className="unit-tree" aria-label={words.tree}>
          {trees.map((node) => (
            <UnitBranch key={node.unit.unitId} node={node} level={0} onOpen={setOpenedId} />
          ))}
        </ul>
      )}
      <UnitDrawer unit={units.find(({ unitId }) => unitId === openedId) ?? null} onClose={() => setOpenedId(null)} />
      {creating && <CreateUnits parent={null} onClose={() => setCreating(false)} />}
    </section>
  );
}

interface FoundProps {
  readonly text: string;
  readonly onOpen: (unitId: string) => void;
}

function FoundUnits({ text, onOpen }: FoundProps): ReactElement {
  const { data, error } = reads.useQuery('get', '/api/units', { params: { query: { text, limit: FOUND_LIMIT } } });
  if (error !== null && data === undefined) return <ProblemNote problem={problemOf(error)} />;
  if (data === undefined) return <p className="quiet">{WORDS.parts.loading}</p>;
  if (data.units.length === 0) return <EmptyNote why={words.none} />;
  return (
    <>
      <p className="quiet" role="status">
        {words.found(data.units.length)}
      </p>
      <ul className="plain-lines">
        {data.units.map((unit) => (
          <FoundUnit key={unit.unitId} unit={unit} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

function FoundUnit({ unit, onOpen }: { readonly unit: UnitRow; readonly onOpen: FoundProps['onOpen'] }): ReactElement {
  const above = pathAbove(unit).join(' / ');
  return (
    <li className="post-line">
      <button type="button" className="unit-name" onClick={() => onOpen(unit.unitId)}>
        {unit.name}
      </button>
      {above !== '' && <span className="quiet">{above}</span>}
      {unit.aliases.length > 0 && <span className="quiet">{words.aliases(unit.aliases.join(WORDS.parts.and))}</span>}
    </li>
  );
}
