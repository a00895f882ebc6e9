import { NewsDesk } from './news';
import type { RunRecord } from './records';

/** What becomes of runs; apart from runs.ts, so that following them does not load the database. */
export const runsNews = new NewsDesk<RunRecord>('photonic-runs');
