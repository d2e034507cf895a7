import { type ReactElement } from 'react';
import { Link } from 'react-router';

/** A place of the console: its address and its word. */
export type Place = readonly [to: string, word: string];

/** Where one's own work is. */
export function Places({ of }: { readonly of: readonly Place[] }): ReactElement {
  return (
    <p className="counts home-places">
      {of.map(([to, word]) => (
        <Link key={to} to={to}>
          {word}
        </Link>
      ))}
    </p>
  );
}
