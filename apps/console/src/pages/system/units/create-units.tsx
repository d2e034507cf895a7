import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { DraftNote } from '../../../forms/draft-note';
import { GrowingText } from '../../../forms/growing-text';
import { useKeptForm } from '../../../forms/use-kept-form';
import { api, bodyOf } from '../../../api/client';
import { noteWritten } from '../../../api/last-written';
import { type Problem, problemOf } from '../../../api/problem';
import { ProblemNote } from '../../../parts/problem-note';
import { UnitPicker } from '../../../parts/unit-picker';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';
import { START_WORDS } from '../../../words/start.words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { readUnitList } from '../../../parts/unit-list';

const words = SYSTEM_WORDS.units;

/** The list of names as it was typed. */
const newUnitsSchema = z.object({ text: z.string() });
const NO_UNITS = { text: '' };

interface Props {
  /** The unit under which they are made, to begin with. */
  readonly parent: string | null;
  readonly onClose: () => void;
}

/** Makes units of a list of names. */
export function CreateUnits({ parent, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const kept = useKeptForm('unit.create', newUnitsSchema.partial(), NO_UNITS);
  const [text, setText] = useState(kept.start.text);
  const [parents, setParents] = useState<readonly string[]>(parent === null ? [] : [parent]);
  const { names, tooLong } = readUnitList(text);
  const create = useCreateUnits();
  const send = (): void =>
    create.mutate(
      { names: [...names], parentId: parents[0] ?? null },
      {
        onSuccess: ({ units }) => {
          const made = units.filter(({ created }) => created).length;
          const there = units.length - made;
          void message.success(there === 0 ? words.created(made) : words.createdSome(made, there));
          kept.drop();
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={words.add}
      okText={words.create(names.length)}
      okButtonProps={{ disabled: names.length === 0 || tooLong.length > 0, loading: create.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <RegisterMeanwhile category="unit" />
      {kept.restored && (
        <DraftNote
          onDrop={() => {
            kept.drop();
            setText('');
          }}
        />
      )}
      {create.error && <ProblemNote problem={create.error} />}
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={words.names} htmlFor="unit-names" extra={words.namesHint}>
          <GrowingText
            id="unit-names"
            value={text}
            autoFocus
            rows={3}
            onChange={({ target }) => {
              setText(target.value);
              kept.keep({ text: target.value });
            }}
          />
          {tooLong.map((name) => (
            <div className="field-fault" key={name}>
              {START_WORDS.unit.tooLong(name)}
            </div>
          ))}
        </Form.Item>
        <Form.Item label={words.parent} htmlFor="unit-parent" extra={words.parentHint}>
          <UnitPicker id="unit-parent" label={words.parent} single value={parents} onChange={setParents} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface CreatedUnits {
  readonly units: readonly { readonly created: boolean }[];
  readonly position: string | null;
}

interface NewUnits {
  readonly names: string[];
  readonly parentId: string | null;
}

function useCreateUnits() {
  const queries = useQueryClient();
  return useMutation<CreatedUnits, Problem, NewUnits>({
    mutationFn: async (body) => {
      try {
        return bodyOf(await api.POST('/api/units/from-names', { body }));
      } catch (error) {
        throw problemOf(error);
      }
    },
    onSuccess: ({ position }) => {
      if (position !== null) noteWritten(position);
      return queries.invalidateQueries();
    },
  });
}
