import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';

/** Ends the session and forgets everything that was read. Drafts stay on this computer, under the account they belong to. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const signOut = async (): Promise<void> => {
    await api.POST('/api/sign-out').catch(() => undefined);
    queries.clear();
    window.location.assign('/');
  };
  return () => void signOut();
}
