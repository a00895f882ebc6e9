import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { useFold } from '../state/folds';

/** Fields that are put away until wanted; the summary says what is set inside. */
export function Disclosure(props: {
  readonly title: string;
  readonly summary: string;
  readonly startsOpen?: boolean;
  /** By this name it stays as it was left, and commands open it. */
  readonly fold?: string;
  readonly children: ReactNode;
}) {
  const own = useId();
  const [isOpen, setOpen] = useFold(props.fold ?? own, props.startsOpen ?? false);
  return (
    <AriaDisclosure
      className="disclosure"
      {...(props.fold === undefined
        ? { defaultExpanded: props.startsOpen ?? false }
        : { isExpanded: isOpen, onExpandedChange: setOpen })}
    >
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-trigger">
          <ChevronRight aria-hidden />
          <span className="disclosure-title">{props.title}</span>
          <span className="disclosure-summary">{props.summary}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="disclosure-body">{props.children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
