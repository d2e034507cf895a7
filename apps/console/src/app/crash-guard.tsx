import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { EmptyNote } from '../parts/empty-note';
import { WORDS } from '../words';

interface State {
  readonly crashed: boolean;
}

/** What is shown when a page breaks: that nothing typed is lost, and the way on. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const reload = (): void => window.location.reload();
    return (
      <EmptyNote
        why={WORDS.errors.crashed}
        next={
          <Button type="primary" onClick={reload}>
            {WORDS.errors.again}
          </Button>
        }
      />
    );
  }
}
