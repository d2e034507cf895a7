import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { type Authority } from '#domain';
import { LineItem } from '../../forms/text-item';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';

/** The authority among the values of a form, also while it is being typed. */
export const authorityValues = {
  authority: z.object({ kind: z.enum(['document', 'meeting', 'instruction']), reference: z.string() }),
};
export interface AuthorityValues {
  readonly authority: Authority;
}

const KINDS = Object.entries(WORDS.terms.authorities).map(([value, label]) => ({ value, label }));

/** On whose word: a document with its number, a meeting, or a leader's instruction. */
export function AuthorityItems(): ReactElement {
  return (
    <>
      <Form.Item name={['authority', 'kind']} label={ACT_WORDS.fields.authorityKind}>
        <Radio.Group options={KINDS} />
      </Form.Item>
      <LineItem name={['authority', 'reference']} label={ACT_WORDS.fields.authorityReference} required max={300} />
    </>
  );
}
