import type { ReactNode } from 'react';
import type { ComponentId } from '../../photonics/budget/component-ids';
import { ChartTitle } from '../charts/chart-title';
import { ComponentsForm } from './components-form';

/** One figure of the budget: what it consists of, and beside it the constants it follows from. */
export function PartLayout(props: {
  readonly title: string;
  readonly note: string;
  readonly constants: readonly ComponentId[];
  /** Under the table, in words. */
  readonly remark?: ReactNode;
  /** Above the constants. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="budget-part">
      <div className="budget-main">
        <ChartTitle title={props.title} note={props.note} />
        {props.children}
        {props.remark !== undefined && <p className="muted small budget-remark">{props.remark}</p>}
      </div>
      <div className="budget-beside">
        {props.beside}
        <ComponentsForm ids={props.constants} />
      </div>
    </div>
  );
}
