import { type ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { Log } from './log';
import { Replay } from './replay';
import './audit.css';

/** What was done, by whom, when; and a task as it was after each step. */
export default function Audit(): ReactElement {
  return (
    <Routes>
      <Route index element={<Log />} />
      <Route path="tasks/:taskId" element={<Replay />} />
    </Routes>
  );
}
