import { useEffect } from 'react';
import type { ToasterProps } from 'sonner';
import { Toaster, toast } from 'sonner';
import { withReport } from '../documents/with-report';
import { showMessages } from '../state/notify';

/** Where messages in passing appear. */
export function Messages(props: ToasterProps) {
  // Runs after the toaster's own effects: only then does it hear of new messages.
  useEffect(() => {
    showMessages((kind, message, options) => toast[kind](message, withReport(kind, message, options)));
    // Messages are announced with everything else, by the page's one live region.
    const section = document.querySelector(
      'section:has(> [data-sonner-toaster]), section[aria-label^="Notifications"]',
    );
    section?.setAttribute('aria-live', 'off');
    return () => {
      showMessages(undefined);
    };
  }, []);
  return <Toaster {...props} />;
}
