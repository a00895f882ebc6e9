import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { sumOf } from '../../photonics/budget/item';
import { formatSi, significant } from '../format/si';
import { useIsPhone } from '../parts/use-is-phone';
import '../styles/budget.css';
import { DetectorPart } from './detector-part';
import { EnergyPart } from './energy-part';
import { FootprintPart } from './footprint-part';
import { LatencyPart } from './latency-part';
import { LossPart } from './loss-part';
import type { NetworkBudget } from './network-budget';
import { PowerPart } from './power-part';
import { useBudget, useHeat } from './use-budget';
import { budgetWords as words } from '../words/budget';

const PICO = 1e-12;

const PARTS = [
  {
    id: 'latency',
    name: words.budget.latency,
    value: ({ inference }: NetworkBudget) => formatSi(inference.latency * PICO, 's'),
    detail: LatencyPart,
  },
  {
    id: 'loss',
    name: words.budget.opticalLoss,
    value: ({ pass }: NetworkBudget) => `${sumOf(pass.loss).toFixed(1)} dB`,
    detail: LossPart,
  },
  {
    id: 'detector',
    name: words.budget.detectors,
    value: ({ pass }: NetworkBudget) => words.budget.bits(pass.detector.effectiveBits.toFixed(1)),
    detail: DetectorPart,
  },
  {
    id: 'power',
    name: words.budget.electricalPower,
    value: ({ pass }: NetworkBudget) => formatSi(sumOf(pass.power) / 1000, 'W'),
    detail: PowerPart,
  },
  {
    id: 'energy',
    name: words.budget.energyPerAnswer,
    value: ({ inference }: NetworkBudget) => formatSi(inference.energy * PICO, 'J'),
    detail: EnergyPart,
  },
  {
    id: 'footprint',
    name: words.budget.footprint,
    value: ({ pass }: NetworkBudget) => `${significant(pass.footprint)} mm²`,
    detail: FootprintPart,
  },
] as const;

type PartId = (typeof PARTS)[number]['id'];

/** What the modelled chip takes: its figures are the tabs, and each shows what it consists of. */
export function BudgetPanel() {
  const budget = useBudget(useHeat());
  const [part, setPart] = useState<PartId>('latency');
  const isPhone = useIsPhone();
  if (budget === undefined) return <p className="muted">{words.budget.theNetworkIsBeingLaid}</p>;
  return (
    <Tabs
      className="budget"
      orientation={isPhone ? 'horizontal' : 'vertical'}
      selectedKey={part}
      onSelectionChange={(key) => {
        const chosen = PARTS.find(({ id }) => id === key);
        if (chosen) setPart(chosen.id);
      }}
    >
      <TabList className="budget-tabs" aria-label={words.budget.panelLabel}>
        {PARTS.map(({ id, name, value }) => (
          <Tab key={id} id={id} className="budget-tab">
            <span className="budget-name">{name}</span>
            <span className="budget-value tabular">{value(budget)}</span>
          </Tab>
        ))}
      </TabList>
      {PARTS.map(({ id, detail: Detail }) => (
        <TabPanel key={id} id={id} className="budget-detail">
          <Detail budget={budget} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
