import { type ReactElement } from 'react';
import { EmptyNote } from '../../parts/empty-note';

export default function Page(): ReactElement {
  return <EmptyNote why="import" />;
}
