import { type ReactElement } from 'react';
import { Navigate, useLocation } from 'react-router';
import { isDue } from './start-progress';
import { isStartPostponed, useStanding } from './use-standing';

/** Sends the first administrator to the first hour, from the first page, as long as there is no office with people. */
export default function StartFirst(): ReactElement | null {
  const { pathname } = useLocation();
  const { standing, loaded } = useStanding();
  const due = loaded && pathname === '/' && isDue(standing) && !isStartPostponed();
  return due ? <Navigate to="/start" replace /> : null;
}
