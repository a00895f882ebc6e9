/** Words of the budget's items that the figures need too. */
export const networkBudgetWords = {
  theExperimentsLossPerCrossing: 'the experiment’s loss per crossing',
  theExperimentsLossPerCentimetre: 'the experiment’s loss per centimetre',
} as const;
