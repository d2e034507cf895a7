import { DeleteOutlined, DownOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { queryToKeep, type SavedFilter } from './saved-filters';
import { useSavedFilters } from './use-saved-filters';

const words = LEDGER_WORDS.saved;

/** Filters that one uses often: to go to, to keep, to drop. */
export function SavedFilters(): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<SavedList onGone={() => setOpen(false)} />}
      getPopupContainer={(button) => button.parentElement ?? document.body}
    >
      <Button type="text" aria-haspopup="dialog" aria-expanded={open}>
        {words.title} <DownOutlined aria-hidden />
      </Button>
    </Popover>
  );
}

/** The kept filters as links, and a line to keep the present one. */
export function SavedList({ onGone }: { readonly onGone: () => void }): ReactElement {
  const { saved, keep, drop } = useSavedFilters();
  return (
    <div className="saved-filters">
      {saved.length === 0 && <p className="quiet">{words.none}</p>}
      <ul>
        {saved.map((each) => (
          <li key={each.name}>
            <Link to={`/ledger?${each.query}`} onClick={onGone}>
              {each.name}
            </Link>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={words.drop(each.name)}
              onClick={() => drop(each.name)}
            />
          </li>
        ))}
      </ul>
      <KeepForm onKeep={keep} />
    </div>
  );
}

function KeepForm({ onKeep }: { readonly onKeep: (added: SavedFilter) => boolean }): ReactElement {
  const [parameters] = useSearchParams();
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const submit = (): void => {
    if (name.trim() === '') return;
    const kept = onKeep({ name, query: queryToKeep(parameters) });
    void (kept ? message.success(words.kept(name.trim())) : message.warning(words.full));
    if (kept) setName('');
  };
  return (
    <Form layout="inline" onFinish={submit} className="saved-form">
      <Input
        aria-label={words.name}
        placeholder={words.nameHint}
        maxLength={40}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button htmlType="submit" disabled={name.trim() === ''}>
        {words.keep}
      </Button>
    </Form>
  );
}
