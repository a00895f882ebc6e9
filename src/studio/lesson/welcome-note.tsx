import { X } from 'lucide-react';
import { runCommand } from '../commands/registry';
import { Button, IconButton } from '../parts/button';
import { useExperiment } from '../state/experiment-store';
import { welcomeWords } from '../words/welcome';
import '../styles/lesson.css';

/** What someone sees who has never been here, and where to go from there. */
export function WelcomeNote() {
  const { label, title, text, tour, gallery, close } = welcomeWords;
  const isReal = useExperiment(({ experiment }) => experiment.task.source === 'real');
  return (
    <section className="guide" aria-label={label}>
      <p className="guide-text">
        <strong>{title}</strong> <span className="muted">{text(isReal)}</span>
      </p>
      <div className="guide-actions">
        <Button kind="plain" onPress={() => runCommand('tour')}>
          {tour}
        </Button>
        <Button kind="quiet" onPress={() => runCommand('screenGallery')}>
          {gallery}
        </Button>
        <IconButton label={close} icon={<X />} onPress={() => runCommand('welcomeClose')} />
      </div>
    </section>
  );
}
