/** How a kernel uses a binding; its index is its place in the list. */
export type BindingKind = 'uniform' | 'read' | 'write';

/** A kernel before it is a pipeline: everything that tells one pipeline from another is in the source. */
export interface KernelSpec {
  readonly name: string;
  readonly source: string;
  readonly bindings: readonly BindingKind[];
}

type Constants = Readonly<Record<string, number | boolean>>;

/** WGSL constants in front of a kernel: counts become u32, scalars f32. */
export function prefix(constants: Constants, floats: Readonly<Record<string, number>> = {}): string {
  const lines = Object.entries(constants).map(
    ([name, value]) => `const ${name} = ${value}${typeof value === 'number' ? 'u' : ''};`,
  );
  // Exponent form is a float literal in WGSL whatever the value.
  for (const [name, value] of Object.entries(floats))
    lines.push(`const ${name}: f32 = ${Math.fround(value).toExponential()};`);
  return lines.join('\n');
}

export function spec(
  name: string,
  bindings: readonly BindingKind[],
  ...parts: readonly string[]
): KernelSpec {
  return { name, bindings, source: parts.join('\n') };
}
