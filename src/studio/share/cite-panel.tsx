import { useEffect, useState } from 'react';
import { experimentHash } from '../../library/formats/manifest';
import { currentExperiment } from '../state/experiment-store';
import { STUDIO_VERSION } from '../state/studio-version';
import { shareWords } from '../words/share';
import type { Cited } from './citation';
import { bibtex, plainCitation } from './citation';
import { TextPanel } from './text-panel';

const words = shareWords.cite;

/**
 * How to cite what a link holds.
 * @param props.manifestHash of the archive behind the link; a link that holds the experiment alone is known by that one's
 */
export function CitePanel(props: { readonly link: string; readonly manifestHash: string | undefined }) {
  const { link, manifestHash } = props;
  const [experiment] = useState(currentExperiment);
  const [at] = useState(Date.now);
  const [own, setOwn] = useState<string>();
  useEffect(() => {
    void experimentHash(experiment).then(setOwn);
  }, [experiment]);
  if (own === undefined) return <p className="muted share-panel">{shareWords.working}</p>;
  const cited: Cited = {
    name: experiment.name,
    studio: words.studio(STUDIO_VERSION),
    at,
    link,
    hash:
      manifestHash === undefined
        ? { of: words.ofExperiment, sha256: own }
        : { of: words.ofManifest, sha256: manifestHash },
  };
  return (
    <>
      <TextPanel label={words.bibtex} text={bibtex(cited)} rows={7} />
      <TextPanel label={words.plain} text={plainCitation(cited)} rows={3} />
    </>
  );
}
