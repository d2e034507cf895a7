import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { type HoldsFor, type Policy, type PolicyContent } from '#domain';
import { type Answer, type Body } from '../../../api/answer';
import { api, bodyOf, reads } from '../../../api/client';
import { type Outcome, useCommand } from '../../../api/command';
import { type Problem, problemOf } from '../../../api/problem';

export type RuleVersion = Answer<'/api/policies'>['versions'][number];
export type Preview = Awaited<ReturnType<typeof askPreview>>;

/** While open tasks go over to other rules, how many are left is asked so often. Milliseconds. */
const AGAIN = 3_000;

/** Every version of the rules, the newest first; null while they are read. */
export function useRules(): {
  readonly versions: readonly RuleVersion[] | null;
  readonly behind: number;
  readonly problem: Problem | null;
  readonly again: () => void;
} {
  const { data, error, refetch } = reads.useQuery(
    'get',
    '/api/policies',
    {},
    {
      refetchInterval: ({ state }) => ((state.data?.behind ?? 0) > 0 ? AGAIN : false),
    },
  );
  return {
    versions: data?.versions ?? null,
    behind: data?.behind ?? 0,
    problem: error === null ? null : problemOf(error),
    again: () => void refetch(),
  };
}

/** The versions of the office (null) or of one ledger's own. */
export function versionsOf(versions: readonly RuleVersion[], ledgerId: string | null): readonly RuleVersion[] {
  return versions.filter((each) => each.ledgerId === ledgerId);
}

/** What holds somewhere, and whose it is. */
export type InForce = Pick<RuleVersion, 'ledgerId' | 'policy'>;

/** The content of a version as it may be published for the office or a ledger: the level of protection is the office's alone. */
export function contentFor({ version: _version, ...content }: Policy, ledgerId: string | null): PolicyContent {
  return ledgerId === null ? content : { ...content, protectionLevel: null };
}

/** What is published. */
export interface Publication {
  readonly ledgerId: string | null;
  readonly content: PolicyContent;
  readonly holds: HoldsFor;
  readonly reason: string;
}

/** Publishes rules as a new version. */
export function usePublishRules(): UseMutationResult<Outcome, Problem, Publication> {
  return useCommand(async (body: Publication, key) =>
    bodyOf(await api.POST('/api/policies', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
}

/** Asks what rules would bring about today. Changes nothing. */
export function usePreview(): UseMutationResult<Preview, Problem, Pick<Publication, 'ledgerId' | 'content'>> {
  return useMutation({
    mutationFn: async (asked: Pick<Publication, 'ledgerId' | 'content'>) => {
      try {
        return await askPreview(asked);
      } catch (error) {
        throw problemOf(error);
      }
    },
  });
}

async function askPreview(asked: Body<'/api/policies/preview'>) {
  return bodyOf(await api.POST('/api/policies/preview', { body: asked }));
}
