import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberLog } from './number-log';

const small = fc.nat(40);
const action = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), values: fc.array(fc.nat(1000), { maxLength: 30 }) }),
  fc.record({ kind: fc.constant('truncate' as const), count: small }),
  fc.record({ kind: fc.constant('dropFirst' as const), count: small }),
);

it('holds what an array would, through any appends and cuts', () => {
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const log = new NumberLog(4);
      let model: number[] = [];
      for (const step of actions) {
        if (step.kind === 'append') {
          log.append(step.values);
          model = [...model, ...step.values];
        } else {
          log[step.kind](step.count);
          model = step.kind === 'truncate' ? model.slice(0, step.count) : model.slice(step.count);
        }
      }
      expect([...log.view()]).toEqual(model);
      expect(log.last()).toBe(model.at(-1));
      expect(log.at(model.length)).toBeUndefined();
    }),
  );
});
