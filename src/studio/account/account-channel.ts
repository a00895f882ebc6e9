/** On which the page that signs in with Google tells the studio that it has. */
export const ACCOUNT_CHANNEL = 'photonic-account';
