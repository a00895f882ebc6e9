import type { BenchResults } from '../../bench/page';
import { machineHere } from '../../bench/page';
import { benchmarksWords as words } from '../words/benchmarks';

/** What a browser says of the machine, which is less than the command line knows. */
export async function thisMachine(): Promise<BenchResults['machine']> {
  const { cores, adapter } = await machineHere();
  const { deviceMemory, userAgentData } = navigator as {
    readonly deviceMemory?: number;
    readonly userAgentData?: { readonly platform: string };
  };
  return {
    cpu: words.unknownProcessor,
    cores,
    memoryGiB: deviceMemory ?? null,
    system: userAgentData?.platform ?? navigator.platform,
    browser: browserName(navigator.userAgent),
    adapter,
  };
}

/** The last product that is a browser's own, e.g. "Firefox/145.0"; all of the text where none is known. */
export function browserName(userAgent: string): string {
  const found = /\b(Edg|OPR|Firefox|HeadlessChrome|Chrome|Version)\/[\d.]+/.exec(
    userAgent.replace(/Chrome\/[\d.]+ (?=.*(Edg|OPR)\/)/, ''),
  );
  return (found?.[0] ?? userAgent).slice(0, 200);
}
