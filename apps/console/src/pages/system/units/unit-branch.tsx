import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { WORDS } from '../../../words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type UnitNode } from './unit-tree';

const words = SYSTEM_WORDS.units;
/** Branches of so many units are open from the beginning only at the top. */
const OPEN_LEVELS = 1;

interface Props {
  readonly node: UnitNode;
  readonly level: number;
  readonly onOpen: (unitId: string) => void;
}

/** A unit and, when unfolded, those below it. */
export function UnitBranch({ node: { unit, below }, level, onOpen }: Props): ReactElement {
  const [open, setOpen] = useState(level < OPEN_LEVELS);
  const { unitId, name, aliases } = unit;
  return (
    <li>
      <div className="unit-line">
        {below.length === 0 ? (
          <span className="leaf" />
        ) : (
          <Button
            className="fold"
            type="text"
            size="small"
            icon={open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            aria-label={open ? words.fold(name) : words.open(name)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
        <button type="button" className="unit-name" onClick={() => onOpen(unitId)}>
          {name}
        </button>
        {below.length > 0 && <span className="quiet keep">{words.below(below.length)}</span>}
        {aliases.length > 0 && <span className="quiet wide-only">{words.aliases(aliases.join(WORDS.parts.and))}</span>}
      </div>
      {open && below.length > 0 && (
        <ul>
          {below.map((each) => (
            <UnitBranch key={each.unit.unitId} node={each} level={level + 1} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </li>
  );
}
