import { type ReactElement } from 'react';
import { useParams } from 'react-router';
import { TaskPage } from './task-page';

/** The page of one task. */
export default function Page(): ReactElement {
  const { taskId = '' } = useParams();
  return <TaskPage key={taskId} taskId={taskId} />;
}
