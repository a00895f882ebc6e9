import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Layout, LayoutChangedMeta, PanelProps } from 'react-resizable-panels';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { MeshView } from '../mesh/mesh-view';
import { NetworkPlace, networkStrip } from '../network/network-place';
import { ErrorBoundary } from '../panels/error-boundary';
import { PlayerBar } from '../panels/player-bar';
import { Later } from '../parts/later';
import { loadable } from '../parts/loadable';
import type { PaneId } from '../state/panes';
import { PANE_BOUNDS, keepPaneSize, usePaneIsOpen, usePaneSize } from '../state/panes';
import { shellWords } from '../words/shell';

const design = loadable(async () => (await import('../design/design-panel')).DesignPanel);
const details = loadable(async () => (await import('../panels/side-panel')).SidePanel);
const dock = loadable(async () => {
  const { Dock, loadFirstChart } = await import('../panels/dock');
  await loadFirstChart();
  return Dock;
});

/** Resolves when the panes round the chip are there. */
export async function loadPanes(): Promise<void> {
  await Promise.all([design, details, dock, networkStrip].map((part) => part.load()));
}

/** The chip screen where there is room: design, chip above charts, details, each as large as one likes. */
export function Workbench() {
  const designPane = usePane('design');
  const detailsPane = usePane('details');
  const dockPane = usePane('dock');
  const across = useRef<HTMLDivElement>(null);
  const down = useRef<HTMLDivElement>(null);
  return (
    <main className="workbench">
      <Group
        orientation="horizontal"
        elementRef={across}
        onLayoutChanged={(layout, meta) => keepSizes(across.current?.clientWidth, layout, meta)}
      >
        {designPane.isOpen && (
          <>
            <Panel
              {...designPane.panel}
              className="panel"
              role="complementary"
              aria-label={shellWords.design}
            >
              <Part name={shellWords.parts.design}>
                <Later apart>
                  <design.Part />
                </Later>
              </Part>
            </Panel>
            <Separator className="divider divider-x" aria-label={shellWords.resize.design} />
          </>
        )}
        <Panel id="bench" className="bench" minSize={320}>
          <Group
            orientation="vertical"
            elementRef={down}
            onLayoutChanged={(layout, meta) => keepSizes(down.current?.clientHeight, layout, meta)}
          >
            <Panel id="stage" className="stage" minSize={200}>
              <NetworkPlace />
              <Part name={shellWords.parts.mesh}>
                <MeshView />
              </Part>
              <PlayerBar />
            </Panel>
            {dockPane.isOpen && (
              <>
                <Separator className="divider divider-y" aria-label={shellWords.resize.dock} />
                <Panel {...dockPane.panel}>
                  <Part name={shellWords.parts.charts}>
                    <Later apart>
                      <dock.Part />
                    </Later>
                  </Part>
                </Panel>
              </>
            )}
          </Group>
        </Panel>
        {detailsPane.isOpen && (
          <>
            <Separator className="divider divider-x" aria-label={shellWords.resize.details} />
            <Panel
              {...detailsPane.panel}
              className="panel"
              role="complementary"
              aria-label={shellWords.details}
            >
              <Part name={shellWords.parts.details}>
                <Later apart>
                  <details.Part />
                </Later>
              </Part>
            </Panel>
          </>
        )}
      </Group>
    </main>
  );
}

function Part(props: { readonly name: string; readonly children: ReactNode }) {
  return <ErrorBoundary part={props.name}>{props.children}</ErrorBoundary>;
}

interface Pane {
  readonly isOpen: boolean;
  readonly panel: PanelProps;
}

/** A pane that follows its preference, whoever changes it. */
function usePane(id: PaneId): Pane {
  const size = usePaneSize(id);
  const isOpen = usePaneIsOpen(id);
  const ref = usePanelRef();
  const wasOpen = useRef(false);
  useEffect(() => {
    // A pane that has just appeared has its size already, and cannot be asked for it yet.
    if (isOpen && wasOpen.current) ref.current?.resize(size);
    wasOpen.current = isOpen;
  }, [ref, size, isOpen]);
  const { min, max } = PANE_BOUNDS[id];
  const panel = {
    id,
    panelRef: ref,
    defaultSize: size,
    minSize: min,
    maxSize: max,
    collapsible: true,
    groupResizeBehavior: 'preserve-pixel-size',
  } as const;
  return { isOpen, panel };
}

/** After a person has moved a border: the sizes are how they like it. The page itself is laid out only later. */
function keepSizes(
  pixels: number | undefined,
  layout: Layout,
  { isUserInteraction }: LayoutChangedMeta,
): void {
  if (!isUserInteraction || pixels === undefined) return;
  for (const [id, share] of Object.entries(layout)) if (isPane(id)) keepPaneSize(id, (pixels * share) / 100);
}

function isPane(id: string): id is PaneId {
  return id in PANE_BOUNDS;
}
