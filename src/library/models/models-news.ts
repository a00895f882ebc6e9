import { NewsDesk } from '../store/news';
import type { Model } from './model-records';

/**
 * What becomes of models and their versions (whose models count as changed); apart from models.ts, so that following
 * them does not load the database.
 */
export const modelsNews = new NewsDesk<Model>('photonic-models');
