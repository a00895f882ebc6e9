/** What the interface grants; the names in brackets are those of the configuration. */
export interface ProgramLimits {
  /** Requests per minute and caller (PHOTONIC_RATE_LIMIT); 0: no limit. */
  readonly rateLimit: number;
  /** Requests that are worked on at once (PHOTONIC_MAX_CONCURRENT_REQUESTS). */
  readonly maxConcurrentRequests: number;
  /** Whether callers have to say who they are (PHOTONIC_REQUIRE_AUTH). */
  readonly requireAuth: boolean;
  /** Bytes of a body. */
  readonly maxBodyBytes: number;
  /** Samples of one inference. */
  readonly maxSamples: number;
  /** ms from the first line of a request to its answer. */
  readonly timeout: number;
}

export const DEFAULT_LIMITS: ProgramLimits = {
  rateLimit: 600,
  maxConcurrentRequests: 8,
  requireAuth: false,
  maxBodyBytes: 8 * 2 ** 20,
  maxSamples: 4096,
  timeout: 30_000,
};
