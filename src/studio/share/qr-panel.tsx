import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { fileStem } from '../exchange/export-context';
import { saveFile } from '../exchange/save-file';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { currentExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import { shareWords } from '../words/share';
import type { QrCode } from './qr';
import { qrOf, qrSvg } from './qr';

/** The link for a telephone's camera; always dark on light, as cameras want it. */
export function QrPanel({ link }: { readonly link: string }) {
  const code = useMemo(() => qrOf(link), [link]);
  if (code === undefined)
    return <p className="muted share-panel">{shareWords.qr.tooLong(formatCount(link.length))}</p>;
  const side = String(code.size);
  return (
    <div className="share-panel">
      <svg
        className="share-qr"
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={shareWords.qr.alt(link)}
        shapeRendering="crispEdges"
      >
        <path className="share-qr-light" d={`M0 0h${side}v${side}h-${side}z`} />
        <path className="share-qr-dark" d={code.path} />
      </svg>
      <div className="share-actions">
        <Button onPress={() => save(code)}>
          <Download aria-hidden />
          {shareWords.qr.save}
        </Button>
      </div>
    </div>
  );
}

function save(code: QrCode): void {
  const name = `${fileStem(currentExperiment())}-link.svg`;
  saveFile({ name, type: 'image/svg+xml', bytes: new TextEncoder().encode(qrSvg(code)) });
  notify('success', shareWords.qr.saved(name));
}
