import { Input } from 'antd';
import { type ComponentProps, type ReactElement } from 'react';
import './growing-text.css';

interface Props extends Omit<ComponentProps<typeof Input.TextArea>, 'autoSize' | 'rows' | 'className'> {
  /** Lines that are seen while there is little text. */
  readonly rows: 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * A text area that grows with its text, by style alone: Ant Design's own `autoSize` measures with an element whose inline style
 * the page's policy forbids. Browsers that do not know `field-sizing` keep the height and let it be dragged.
 */
export function GrowingText({ rows, ...rest }: Props): ReactElement {
  return <Input.TextArea {...rest} rows={rows} className={`growing growing-${rows}`} />;
}
