import { Button, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { type UnitRow } from '../../../api/answer';
import { reads } from '../../../api/client';
import { mayAnywhere, useMe } from '../../../app/session';
import { lackOf } from '../../../parts/staffing/staffing';
import { useStaffing } from '../../../parts/staffing/use-staffing';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { CreateUnits } from './create-units';
import { AliasForm, RenameForm } from './unit-forms';
import { pathAbove } from './unit-tree';

const words = SYSTEM_WORDS.units;

interface Props {
  /** Null: closed. */
  readonly unit: UnitRow | null;
  readonly onClose: () => void;
}

/** One unit: what it is called, what is above it, who has posts in it; and how its name is put right. */
export function UnitDrawer({ unit, onClose }: Props): ReactElement {
  return (
    <Drawer open={unit !== null} onClose={onClose} size={520} title={unit?.name ?? ''} destroyOnHidden>
      {unit !== null && <Unit key={unit.unitId} unit={unit} />}
    </Drawer>
  );
}

function Unit({ unit }: { readonly unit: UnitRow }): ReactElement {
  const me = useMe();
  const [creating, setCreating] = useState(false);
  const above = pathAbove(unit).join(' / ');
  return (
    <>
      <section className="drawer-part">
        <p>
          <span className="quiet">{words.above}</span> {above === '' ? words.noAbove : above}
        </p>
        <p>
          <span className="quiet">{words.aliasList}</span>{' '}
          {unit.aliases.length === 0 ? words.noAbove : unit.aliases.join(WORDS.parts.and)}
        </p>
        <UnitLack unitId={unit.unitId} />
        {mayAnywhere(me, 'post.list') && <PostCount unitId={unit.unitId} />}
        {mayAnywhere(me, 'unit.create') && <Button onClick={() => setCreating(true)}>{words.createBelow}</Button>}
      </section>
      {mayAnywhere(me, 'unit.add-alias') && (
        <section className="drawer-part">
          <h2>{words.alias}</h2>
          <AliasForm unitId={unit.unitId} />
        </section>
      )}
      {mayAnywhere(me, 'unit.rename') && (
        <section className="drawer-part">
          <h2>{words.rename}</h2>
          <RenameForm unitId={unit.unitId} />
        </section>
      )}
      {creating && <CreateUnits parent={unit.unitId} onClose={() => setCreating(false)} />}
    </>
  );
}

/** That nobody of the unit can act, or ask for closure. */
function UnitLack({ unitId }: { readonly unitId: string }): ReactElement | null {
  const lack = lackOf(useStaffing(null), unitId);
  return lack === null ? null : <p className="lamp-near">{WORDS.parts.staffing[lack]}</p>;
}

function PostCount({ unitId }: { readonly unitId: string }): ReactElement | null {
  const { data } = reads.useQuery('get', '/api/posts', { params: { query: { unitId } } });
  if (data === undefined) return null;
  return (
    <p>
      <span className="quiet">{words.people}</span> {words.peopleCount(data.posts.length)}
    </p>
  );
}
