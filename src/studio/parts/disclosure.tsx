import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';

/** Fields that are put away until wanted; the summary says what is set inside. */
export function Disclosure(props: {
  readonly title: string;
  readonly summary: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <AriaDisclosure className="disclosure" defaultExpanded={props.startsOpen ?? false}>
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
