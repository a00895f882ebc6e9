import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { RETENTION_DAYS } from '../../cloud/records';
import { safeStorage } from '../state/safe-storage';

/** What a person has chosen about their data; kept in this browser. */
interface PrivacyChoices {
  /** Whether Google's reCAPTCHA may look at this browser before an account is used. */
  readonly appCheck: 'unasked' | 'given' | 'refused';
  /** Days after which deleted experiments and models are erased. */
  readonly retentionDays: number;
  /** When that was done last, ms since 1970. */
  readonly sweptAt: number;
}

export const usePrivacyChoices = create<PrivacyChoices>()(
  persist((): PrivacyChoices => ({ appCheck: 'unasked', retentionDays: RETENTION_DAYS, sweptAt: 0 }), {
    name: 'photonic-privacy',
    storage: createJSONStorage(() => safeStorage()),
  }),
);

/** Which window about privacy is open; forgotten with the page. */
interface PrivacyView {
  readonly isOpen: boolean;
  /** Whether this page has a place for questions; the one of Google's sign-in has none. */
  readonly canAsk: boolean;
  /** The question about App Check is on the page. */
  readonly isAsking: boolean;
}

export const usePrivacy = create<PrivacyView>()(() => ({ isOpen: false, canAsk: false, isAsking: false }));

export function openPrivacy(): void {
  usePrivacy.setState({ isOpen: true });
}

export function closePrivacy(): void {
  usePrivacy.setState({ isOpen: false });
}
