import { useMemo } from 'react';
import { type Outcome, outcomeWord } from '#domain';
import { reads } from '../../api/client';
import { useLedgerChoice } from '../../app/ledger-choice';
import { WORDS } from '../../words';
import { type FilterNames } from './filter-sentence';
import { type SourceOf } from './field-columns';
import { type LedgerFilters } from './ledger-view';

/** The names of the units and documents that filters name by id. */
export function useFilterNames({ leadUnit, unit }: LedgerFilters): FilterNames {
  const ids = [...new Set([...leadUnit, ...unit])];
  const { data } = reads.useQuery('get', '/api/units', { params: { query: { ids } } }, { enabled: ids.length > 0 });
  const sourceOf = useSourceOf();
  const outcome = useOutcomeWords();
  return useMemo(() => {
    const names = new Map((data?.units ?? []).map(({ unitId, name }) => [unitId, name]));
    return { unit: (id) => names.get(id), document: (importId) => sourceOf(importId)?.title, outcome };
  }, [data, sourceOf, outcome]);
}

/** Calls outcomes as the ledger that is looked at does; of several, by each of their words. */
export function useOutcomeWords(): (outcome: Outcome) => string {
  const { ledgers, chosen } = useLedgerChoice();
  return useMemo(() => {
    const kinds = (chosen === null ? ledgers : [chosen]).map(({ kind }) => kind);
    return (outcome) => [...new Set(kinds.map((kind) => outcomeWord(outcome, kind)))].join(WORDS.parts.or);
  }, [ledgers, chosen]);
}

/** Finds the document of an import among those of the person's ledgers. */
export function useSourceOf(): SourceOf {
  const { ledgers } = useLedgerChoice();
  return useMemo(() => {
    const sources = new Map(
      ledgers.flatMap(({ imports }) => imports.map(({ importId, source }) => [importId, source])),
    );
    return (importId) => sources.get(importId) ?? null;
  }, [ledgers]);
}
