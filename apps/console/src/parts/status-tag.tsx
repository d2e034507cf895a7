import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { statusWord, type TaskStatus } from '#domain';
import { ownUnitsOf, useMe } from '../app/session';
import { WORDS } from '../words';
import { ownStep, type PartOf, partWord } from './part-word';

interface Props {
  readonly status: TaskStatus;
  /** A unit asks for more time: a mark beside the status. */
  readonly extensionAsked?: boolean;
}

/** The word of a status. */
export function StatusTag({ status, extensionAsked = false }: Props): ReactElement {
  return <Mark word={statusWord(status)} extensionAsked={extensionAsked} />;
}

interface OwnProps {
  readonly task: Required<Props> & { readonly laneSteps: readonly PartOf[] };
}

/** Where a task stands: for a unit's people their own part, with the whole task's status to be read beside it. */
export function OwnStatusTag({ task: { status, laneSteps, extensionAsked } }: OwnProps): ReactElement {
  const word = partWord(status, ownStep(laneSteps, ownUnitsOf(useMe())));
  return <Mark word={word} whole={statusWord(status)} extensionAsked={extensionAsked} />;
}

interface MarkProps {
  readonly word: string;
  /** Of the whole task, where the word is of a part. */
  readonly whole?: string;
  readonly extensionAsked: boolean;
}

function Mark({ word, whole = word, extensionAsked }: MarkProps): ReactElement {
  return (
    <>
      <Tag variant="outlined" {...(whole === word ? {} : { title: WORDS.parts.wholeTask(whole) })}>
        {word}
      </Tag>
      {extensionAsked && <Tag variant="outlined">{WORDS.parts.proposals.mark}</Tag>}
    </>
  );
}
