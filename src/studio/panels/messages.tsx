import { useEffect } from 'react';
import type { ToasterProps } from 'sonner';
import { Toaster, toast } from 'sonner';
import { showMessages } from '../state/notify';

/** Where messages in passing appear. */
export function Messages(props: ToasterProps) {
  // Runs after the toaster's own effects: only then does it hear of new messages.
  useEffect(() => {
    showMessages((kind, message, options) => toast[kind](message, options));
    return () => {
      showMessages(undefined);
    };
  }, []);
  return <Toaster {...props} />;
}
