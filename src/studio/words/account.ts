import type { EndedBecause } from '../account/account-store';

const minutes = (seconds: number): string => {
  const count = Math.round(seconds / 60);
  return count === 1 ? 'a minute' : `${count} minutes`;
};

/** Words about accounts: signing in, sessions and their end. */
export const accountWords = {
  badConfig: {
    message: 'The cloud is configured, but not in a way that can be used.',
    fix: (problems: readonly string[]): string =>
      `Correct firebase.config.json: ${problems.join('; ')}. Everything else works without it.`,
  },
  commands: {
    signIn: 'Sign in…',
    account: 'Your account…',
    opening: 'Account',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on all devices…',
  },
  menu: (who: string): string => `Account: ${who}`,
  guest: 'Guest',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Opening the account…',
  titles: {
    'sign-in': 'Sign in',
    'sign-up': 'Create an account',
    reset: 'Set a new password',
    account: 'Your account',
    everywhere: 'Sign out on all devices',
    prove: 'Prove who you are',
  },
  intro: {
    'sign-in': 'Your models follow you to other devices. The studio is complete without an account, too.',
    'sign-up': 'With an account your models follow you to other devices.',
    upgrade: 'This keeps your guest account, with everything in it, under an e-mail address.',
    reset: 'We send you a link under which you choose a new password.',
    everywhere:
      'Every session of this account ends, this one too: on devices that are connected within a minute, on others when they come back. What lies in their browsers stays there.',
    prove: 'What you are about to do wants a sign-in of the last minutes.',
  },
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'Password, twelve characters or more',
  name: 'Name',
  nameNote: 'Others in your workspaces see it.',
  google: 'Continue with Google',
  or: 'or',
  submit: {
    'sign-in': 'Sign in',
    'sign-up': 'Create account',
    reset: 'Send the link',
    prove: 'Continue',
  },
  working: 'One moment…',
  forgot: 'Forgot the password?',
  toSignUp: 'Create an account',
  toSignIn: 'I have an account',
  asGuest: 'Continue as a guest',
  guestNote:
    'A guest can share and sync from this browser without an e-mail address. It becomes a full account whenever you like.',
  noEmail: 'Type your e-mail address, like ada@example.org.',
  noPassword: 'Type your password.',
  shortPassword: 'Twelve characters or more keep others out.',
  resetSent: {
    message: 'The link is on its way.',
    note: (email: string): string =>
      `If there is an account with ${email}, a mail arrives within minutes. Look among unwanted mail, too.`,
  },
  signedIn: (who: string): string => `Signed in as ${who}`,
  guestMade: 'You are a guest now.',
  guestMadeNote:
    'What you share and sync belongs to this browser. Create an account to reach it from others.',
  created: 'Account created',
  createdNote: (email: string): string => `Confirm ${email} by the link in the mail that we have sent.`,
  createdNoMail: 'The mail that confirms your address could not be sent: send it again from your account.',
  upgraded: 'Your guest account has an address now. Everything in it stayed.',
  verified: 'Confirmed',
  notVerified: 'Not confirmed yet',
  verifyNote: 'Invitations to workspaces only work for confirmed addresses.',
  sendMail: 'Send the mail again',
  mailSent: 'The mail is on its way.',
  mailSentNote: (email: string): string => `Open the link in it to confirm ${email}.`,
  haveConfirmed: 'I have confirmed it',
  stillNot: 'Not confirmed yet.',
  stillNotNote: 'Open the link in the mail first, then try again.',
  save: 'Save',
  renamed: 'Name saved',
  workspaces: 'Workspaces',
  noWorkspaces: 'None. An administrator of one can invite you.',
  signedInSince: (when: string): string => `Signed in since ${when}`,
  roles: { viewer: 'Viewer', member: 'Member', editor: 'Editor', admin: 'Administrator' },
  signOut: 'Sign out',
  signOutGuest: 'Sign out and leave the guest account',
  signOutGuestNote:
    'Nobody can enter a guest account again: links that you shared can then no longer be revoked. Your work stays in this browser.',
  signOutEverywhere: 'Sign out on all devices',
  signedOut: 'Signed out',
  signedOutNote: 'Everything is kept in this browser; what was not sent waits.',
  warning: {
    title: 'Are you still there?',
    text: 'Nobody has done anything for a while, so the session is about to end. Your work is kept either way.',
    left: (seconds: number): string => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
    stay: 'Stay signed in',
    leave: 'Sign out now',
  },
  ended: {
    idle: (timeout: number): string =>
      `You were signed out after ${minutes(timeout)} without a sign of life.`,
    elsewhere: 'You signed out on all devices, this one included.',
    withdrawn: 'Your session was ended by the sign-in service.',
    note: 'Everything is kept in this browser; what was not sent waits until you sign in again.',
  } satisfies Record<EndedBecause | 'note', unknown>,
  blocked: {
    message: 'The browser did not open the page that signs in with Google.',
    fix: 'Allow this site to open windows, or open the page by the link.',
    link: 'Open the page',
  },
  waitingForGoogle: 'Go on in the page that has opened. This one notices when you are back.',
  notLoaded: {
    message: 'The part of the studio that signs in could not be loaded.',
    fix: 'Check the network and try again.',
  },
  googlePage: {
    title: 'Sign in with Google',
    going: 'Taking you to Google…',
    entering: 'Signing you in…',
    done: 'You are signed in.',
    doneNote: 'You can close this page and go on in the studio.',
    noCloud: 'This studio has no accounts.',
    noCloudNote: 'It is complete without: everything is kept in your browser.',
    notOffered: 'This studio does not offer Google’s sign-in.',
    notOfferedNote: 'Sign in with an e-mail address and a password.',
    back: 'Back to the studio',
    again: 'Try again',
  },
} as const;
