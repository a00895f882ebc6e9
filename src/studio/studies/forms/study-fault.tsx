import { useDraft } from '../draft';
import { useStudies } from '../study-run';

/** Places of forms that show a fault themselves. */
const PLACES = ['scope', 'values', 'passes'] as const;
type Place = (typeof PLACES)[number];

/** Why the last study of this kind could not be made, at the field it names; without a place, all that name none. */
export function StudyFault({ where }: { readonly where?: Place }) {
  const failed = useStudies((state) => state.fault);
  const kind = useDraft((state) => state.kind);
  if (failed === undefined || failed.kind !== kind) return null;
  const { fault } = failed;
  const place = PLACES.find((each) => each === fault.where);
  if (place !== where) return null;
  return (
    <p className="field-error" role="alert">
      {fault.message} {fault.fix}
    </p>
  );
}
