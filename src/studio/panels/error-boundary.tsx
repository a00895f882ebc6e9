import type { ReactNode } from 'react';
import { Component } from 'react';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { shellWords } from '../words/shell';

/** Keeps the page from going blank when drawing a part of it fails. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode; readonly part: string },
  { readonly fault: Fault | undefined }
> {
  override state: { readonly fault: Fault | undefined } = { fault: undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly fault: Fault } {
    return { fault: toFault(thrown, 'studio/drawing') };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <div className="fault" role="alert">
        <div className="fault-text">
          <p className="fault-message">{shellWords.notDrawn(this.props.part)}</p>
          <p>{shellWords.drawAgainHint}</p>
        </div>
        <div className="fault-actions">
          <button
            type="button"
            className="button button-plain"
            onClick={() => this.setState({ fault: undefined })}
          >
            {shellWords.drawAgain}
          </button>
          <button type="button" className="button button-quiet" onClick={() => void copyReport(fault)}>
            {shellWords.copyReport}
          </button>
        </div>
      </div>
    );
  }
}

/** Who copies a report is fetched when there is one. */
async function copyReport(fault: Fault): Promise<void> {
  const report = await import('../state/fault-report');
  await report.copyReport(fault);
}
