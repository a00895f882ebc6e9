import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { imageShape, takePicture, usePicture } from '../predict/picture-store';
import { awaiting, useRun } from '../state/run-store';
import { useView } from '../state/view';
import { exchangeWords } from '../words/exchange';

/** Sends a picture through the run's encoder and the chip, and shows the answer. */
export async function showImage(file: File): Promise<Result<unknown>> {
  if (useRun.getState().run === undefined)
    return fail({ code: 'studio/no-run', ...exchangeWords.noRun, where: file.name });
  if (imageShape() === undefined)
    return fail({ code: 'studio/not-images', ...exchangeWords.notImages, where: 'task.dataset' });
  await awaiting(takePicture(file, file.name));
  const { fault } = usePicture.getState();
  if (fault !== undefined) return fail(fault);
  useView.setState({ screen: 'chip', sideTab: 'predict', phoneTab: 'predict' });
  return ok(undefined);
}
