import { create } from 'zustand';
import type { Fault } from '../../lib/fault';
import { notify } from './notify';

/** Why nothing on this page may be changed now: the work is edited in another tab. */
export const useEditGuard = create<{ readonly refusal: Fault | undefined }>()(() => ({ refusal: undefined }));

export function editRefusal(): Fault | undefined {
  return useEditGuard.getState().refusal;
}

/** Whether changes are refused now, which it then says. */
export function refusesEdits(): boolean {
  const fault = editRefusal();
  if (fault === undefined) return false;
  notify('warning', fault.message, { id: 'refused', description: fault.fix });
  return true;
}
