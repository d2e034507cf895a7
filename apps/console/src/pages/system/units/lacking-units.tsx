import { type ReactElement } from 'react';
import { type UnitRow } from '../../../api/answer';
import { lacksAmong } from '../../../parts/staffing/staffing';
import { useStaffing } from '../../../parts/staffing/use-staffing';
import { PEOPLE_WORDS } from '../../../words/people.words';
import { SYSTEM_WORDS } from '../../../words/system.words';

const words = SYSTEM_WORDS.units;

interface Props {
  readonly units: readonly UnitRow[];
  readonly onOpen: (unitId: string) => void;
}

/** The units that cannot act by themselves in any ledger, by what they lack. Nothing where all can. */
export function LackingUnits({ units, onOpen }: Props): ReactElement {
  const staffingOf = useStaffing(null);
  return (
    <>
      {lacksAmong(units.filter(isReal), staffingOf).map(({ lack, units: lacking }) => (
        <details key={lack} className="lacking-units">
          <summary>{words.lacking[lack](lacking.length)}</summary>
          <ul className="plain-lines">
            {lacking.map(({ unitId, name }) => (
              <li key={unitId}>
                <button type="button" className="unit-name" onClick={() => onOpen(unitId)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** The units of practice ledgers have posts there alone. */
function isReal({ name, above }: UnitRow): boolean {
  return (above.at(-1)?.name ?? name) !== PEOPLE_WORDS.practice.unit;
}
