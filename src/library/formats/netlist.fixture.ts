import type { ComplexPlanes } from '../../photonics/propagate';
import type { Netlist, NetlistInstance } from './netlist';

/** Tests only: the transfer matrix out ← in of a netlist without reflections, by following its own connections. */
export function netlistMatrix({ instances, connections, ports }: Netlist): ComplexPlanes {
  const names = Object.keys(ports);
  const inputs = names.filter((name) => name.startsWith('in'));
  const outputs = names.filter((name) => name.startsWith('out'));
  const source = new Map(Object.entries(connections).map(([from, to]) => [to, from]));
  const openInputs = new Map(inputs.map((name) => [ports[name], name]));
  const re = new Float64Array(outputs.length * inputs.length);
  const im = new Float64Array(re.length);
  inputs.forEach((lit, column) => {
    const fields = new Map<string, readonly [number, number]>();
    const into = (port: string): readonly [number, number] => {
      const open = openInputs.get(port);
      if (open !== undefined) return open === lit ? [1, 0] : [0, 0];
      const from = source.get(port);
      const field = from === undefined ? undefined : fields.get(from);
      if (field === undefined) throw new Error(`nothing comes to ${port}`);
      return field;
    };
    // Instances stand in the order of light.
    for (const [name, instance] of Object.entries(instances)) send(fields, name, instance, into);
    outputs.forEach((name, row) => {
      const [x, y] = fields.get(ports[name] ?? '') ?? [Number.NaN, Number.NaN];
      re[row * inputs.length + column] = x;
      im[row * inputs.length + column] = y;
    });
  });
  return { re, im };
}

function send(
  fields: Map<string, readonly [number, number]>,
  name: string,
  instance: NetlistInstance,
  into: (port: string) => readonly [number, number],
): void {
  const [x, y] = into(`${name},in0`);
  switch (instance.component) {
    case 'phase_shifter': {
      const [c, s] = [Math.cos(instance.settings.phase), Math.sin(instance.settings.phase)];
      fields.set(`${name},out0`, [c * x - s * y, c * y + s * x]);
      return;
    }
    case 'attenuator': {
      const t = instance.settings.transmission;
      fields.set(`${name},out0`, [t * x, t * y]);
      return;
    }
    case 'coupler': {
      const [u, v] = into(`${name},in1`);
      const [t, k] = [Math.sqrt(1 - instance.settings.coupling), Math.sqrt(instance.settings.coupling)];
      fields.set(`${name},out0`, [t * x - k * v, t * y + k * u]);
      fields.set(`${name},out1`, [t * u - k * y, t * v + k * x]);
    }
  }
}
