import { Menu as MenuIcon } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { MenuButton } from '../parts/button';
import { shellWords } from '../words/shell';

const MainMenuList = lazy(async () => ({ default: (await import('./main-menu-list')).MainMenuList }));

/** What can be done with the work as a whole; the list is loaded when it is first opened. */
export function MainMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <MenuButton
        ref={button}
        className="button button-icon"
        label={shellWords.menu}
        isOpen={isOpen}
        onPress={() => setOpen(true)}
      >
        <MenuIcon />
      </MenuButton>
      {isOpen && (
        <Suspense>
          <MainMenuList trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
