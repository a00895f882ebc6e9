import { useAnnouncement } from '../state/announcement';

/** The page's only polite live region. */
export function Announcer() {
  const text = useAnnouncement((state) => state.text);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
