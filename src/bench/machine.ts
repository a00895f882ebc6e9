import { createWebGpuBackend } from '../engine/webgpu/backend';

/** What this page or worker can say of the machine that it runs on. */
export async function machineHere(): Promise<{ readonly cores: number; readonly adapter: string }> {
  const opened = await createWebGpuBackend();
  const adapter = opened.ok ? opened.value.label : 'none';
  if (opened.ok) opened.value.dispose();
  return { cores: Math.max(1, navigator.hardwareConcurrency), adapter };
}
