import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Button } from '../parts/button';
import { announce } from '../state/announcement';
import { reportWords } from '../words/report';

/** A calm line above the page. */
export function Bar(props: {
  readonly title: string;
  readonly note: string;
  readonly kind?: 'calm' | 'warn' | 'bad';
  readonly children: ReactNode;
  readonly onDismiss?: () => void;
}) {
  const { title, note, kind } = props;
  useEffect(() => {
    if (kind !== 'bad') announce(`${title} ${note}`);
  }, [title, note, kind]);
  return (
    <div className="safety-bar" data-kind={kind ?? 'calm'} role={kind === 'bad' ? 'alert' : undefined}>
      <p>
        <strong>{title}</strong> <span>{note}</span>
      </p>
      <div className="safety-actions">
        {props.children}
        {props.onDismiss !== undefined && (
          <Button kind="quiet" label={reportWords.dismiss} onPress={props.onDismiss}>
            <X aria-hidden />
          </Button>
        )}
      </div>
    </div>
  );
}
