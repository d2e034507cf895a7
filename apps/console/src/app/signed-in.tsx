import { lazy, type ReactElement, type ReactNode, Suspense, useRef } from 'react';
import { problemOf } from '../api/problem';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { MeProvider, useMeQuery } from './session';

const SignIn = lazy(() => import('../pages/sign-in/sign-in'));
const ChangePassword = lazy(() => import('../pages/sign-in/change-password'));

/**
 * Shows its children to whom the server knows. When a session ends, the form under way stays mounted behind the sign-in, and
 * is there again afterwards; somebody else who signs in gets a fresh page.
 */
export function SignedIn({ children }: { readonly children: ReactNode }): ReactElement {
  const { data: me, error, isPending, refetch } = useMeQuery();
  const known = useRef<string | null>(null);
  if (me !== undefined && error === null) known.current = me.accountId;
  if (isPending) return <PageLoading />;
  const problem = error === null ? null : problemOf(error);
  if (problem !== null && problem.status !== 401)
    return <ProblemNote problem={problem} onAgain={() => void refetch()} />;
  const signedOut = problem !== null || me === undefined;
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
