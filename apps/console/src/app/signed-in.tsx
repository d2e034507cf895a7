import { type ComponentType, lazy, type ReactElement, type ReactNode, Suspense, useRef } from 'react';
import { problemOf } from '../api/problem';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { MeProvider, useMeQuery } from './session';

/** Fetches the sign-in's script. */
export const loadSignIn = (): Promise<{ readonly default: ComponentType<{ readonly again: boolean }> }> =>
  import('../pages/sign-in/sign-in');
const SignIn = lazy(loadSignIn);
const ChangePassword = lazy(() => import('../pages/sign-in/change-password'));

/**
 * Shows its children to whom the server knows, also while it is not reached. When a session ends, the form under way stays mounted behind the sign-in, and
 * is there again afterwards; somebody else who signs in gets a fresh page.
 */
export function SignedIn({ children }: { readonly children: ReactNode }): ReactElement {
  const { data: me, error, isPending, refetch } = useMeQuery();
  const known = useRef<string | null>(null);
  const over = useRef(false);
  const problem = error === null ? null : problemOf(error);
  if (me !== undefined && problem === null) known.current = me.accountId;
  // A lost line says nothing about the session: what was known of it last still holds, and the page stays.
  if (problem === null || problem.status === 401) over.current = problem !== null;
  if (isPending) return <PageLoading />;
  if (problem !== null && me === undefined && !over.current)
    return <ProblemNote problem={problem} onAgain={() => void refetch()} />;
  const signedOut = over.current || me === undefined;
  return (
    <>
      {signedOut && (
        <Suspense fallback={<PageLoading />}>
          <SignIn again={known.current !== null} />
        </Suspense>
      )}
      {me !== undefined && me.mustChangePassword && !signedOut && (
        <Suspense fallback={<PageLoading />}>
          <ChangePassword loginName={me.loginName} />
        </Suspense>
      )}
      {me !== undefined && !me.mustChangePassword && (
        <div hidden={signedOut} key={me.accountId}>
          <MeProvider value={me}>{children}</MeProvider>
        </div>
      )}
    </>
  );
}
