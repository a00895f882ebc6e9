import type { ResultGoal } from './schema';

/** What must be reached, e.g. "≥ 95"; empty where nothing must. */
export function goalText(goal: ResultGoal | null): string {
  if (goal === null) return '';
  const { kind, value } = goal;
  const number = value !== 0 && value < 0.001 ? value.toExponential() : value.toLocaleString('en');
  return `${kind === 'at-least' ? '≥' : '≤'} ${number}`;
}

export function isReached(goal: ResultGoal | null, value: number): boolean {
  if (goal === null) return true;
  return goal.kind === 'at-least' ? value >= goal.value : value <= goal.value;
}
