import { type ReactElement } from 'react';

interface Props {
  /** The words of the columns, by what they hold. */
  readonly columns: Readonly<Record<string, string>>;
  /** One column more, for what can be done with a row: it needs no head. */
  readonly acts?: boolean;
}

/** The head of a table of the rules. */
export function ColumnHeads({ columns, acts = false }: Props): ReactElement {
  return (
    <thead>
      <tr>
        {Object.values(columns).map((word) => (
          <th key={word} scope="col">
            {word}
          </th>
        ))}
        {acts && <td />}
      </tr>
    </thead>
  );
}
