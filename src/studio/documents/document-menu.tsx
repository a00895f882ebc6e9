import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { MenuButton } from '../parts/button';
import { documentWords } from '../words/documents';
import { useDocument } from './document-store';

const DocumentMenuList = lazy(async () => ({
  default: (await import('./document-menu-list')).DocumentMenuList,
}));

/** Whether the work is safe, and all that can be done with it as a document. */
export function DocumentMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const state = useDocument(({ role, save }) => (role === 'reader' ? 'reading' : save.kind));
  const label = documentWords.states[state];
  return (
    <>
      <MenuButton
        ref={button}
        className="document-button"
        label={documentWords.menu(label)}
        isOpen={isOpen}
        state={state}
        onPress={() => setOpen(true)}
      >
        <span className="document-state">{label}</span>
        <ChevronDown aria-hidden />
      </MenuButton>
      {isOpen && (
        <Suspense>
          <DocumentMenuList trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
