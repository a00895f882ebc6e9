import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { DATASETS } from '../../data/dataset-titles';
import { DOWNLOAD_MEGABYTES, mirrorHosts } from '../../data/mirrors';
import { withSource } from '../../data/with-source';
import { editOrTell } from '../design/use-edit';
import { Button } from '../parts/button';
import { announce } from '../state/announcement';
import { useExperiment } from '../state/experiment-store';
import { isGuest } from '../state/guest';
import { setMirrors } from '../state/mirrors';
import { mirrorWords as words } from '../words/mirrors';
import '../styles/mirror-question.css';

/** Asks before the first public data set is fetched from a server that is not this one. */
export function MirrorQuestion() {
  const id = useExperiment(({ experiment }) => experiment.task.dataset);
  const [host = '', ...others] = id === 'own' ? [] : mirrorHosts(id);
  const question = id === 'own' ? '' : words.question(DATASETS[id].title, host);
  useEffect(() => announce(question), [question]);
  if (id === 'own') return null;
  return (
    <section className="mirror-question" aria-label={words.region}>
      <div className="mirror-question-text">
        <p className="mirror-question-title">{question}</p>
        <p className="muted">{words.note(DOWNLOAD_MEGABYTES[id], others)}</p>
      </div>
      <div className="mirror-question-actions">
        {/* What is shared or framed belongs to someone else and stays as it is. */}
        {!isGuest() && (
          <Button onPress={() => editOrTell((current) => withSource(current, 'generated'))}>
            {words.generated}
          </Button>
        )}
        <Button kind="primary" onPress={() => setMirrors(true)}>
          <Download aria-hidden />
          {words.fetch}
        </Button>
      </div>
    </section>
  );
}
