import { eraseOldModels } from '../../library/models/models';
import { eraseOldDocuments } from '../../library/store/documents';
import { openCloud } from '../account/cloud-door';
import { currentAccount, useAccount } from '../account/account-store';
import { usePrivacy, usePrivacyChoices } from './privacy-store';

const DAY = 86_400_000;

/** Questions about privacy can be asked from now on, and what has been deleted long ago is erased; returns how to stop. */
export function startPrivacy(): () => void {
  usePrivacy.setState({ canAsk: true });
  return followRetention();
}

/**
 * Erases experiments and models that were deleted longer ago than this person keeps them: on sign-in, and once a day while the page is
 * open. Sync erases them in the cloud, chunks and versions first. Returns how to stop.
 */
function followRetention(): () => void {
  void sweep();
  const timer = setInterval(() => void sweep(), DAY / 24);
  const stop = useAccount.subscribe(({ account }, { account: before }) => {
    if (account.status === 'signed-in' && before.status !== 'signed-in') void adopt();
  });
  return () => {
    clearInterval(timer);
    stop();
  };
}

/** Counts choices made here: what the account said before the last one is out of date. */
let choices = 0;

/** Keeps what is deleted for so many days from now on, in the account too. Rejects with a cloud's fault. */
export async function setRetention(retentionDays: number): Promise<void> {
  choices += 1;
  if (currentAccount().status === 'signed-in') {
    const cloud = await openCloud();
    const { writeRetention } = await import('../../cloud/privacy/profile');
    if (cloud !== undefined) await writeRetention(cloud, retentionDays);
  }
  usePrivacyChoices.setState({ retentionDays, sweptAt: 0 });
  await sweep();
}

/** What the account says counts in every browser. */
async function adopt(): Promise<void> {
  const turn = choices;
  try {
    const cloud = await openCloud();
    if (cloud === undefined) return;
    const { readRetention } = await import('../../cloud/privacy/profile');
    const retentionDays = await readRetention(cloud);
    if (turn === choices) usePrivacyChoices.setState({ retentionDays, sweptAt: 0 });
  } catch (thrown) {
    // What was chosen in this browser holds until the cloud answers.
    console.warn('The account did not say how long deleted models are kept', thrown);
    return;
  }
  await sweep();
}

async function sweep(): Promise<void> {
  const { retentionDays, sweptAt } = usePrivacyChoices.getState();
  const now = Date.now();
  if (now - sweptAt < DAY) return;
  try {
    await eraseOldDocuments(now, retentionDays * DAY);
    await eraseOldModels(now, retentionDays * DAY);
    usePrivacyChoices.setState({ sweptAt: now });
  } catch (thrown) {
    // Private windows keep nothing; otherwise it is tried again within the hour.
    console.warn('What was deleted long ago could not be erased', thrown);
  }
}
