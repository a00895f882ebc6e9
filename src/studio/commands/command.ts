/** Groups of the command sheet, in its order. */
export const COMMAND_GROUPS = ['Run', 'Edit', 'Sample', 'View', 'Work', 'Design'] as const;

/** One thing a person can do: buttons, shortcuts and the command sheet all come from the registry's list. */
export interface Command {
  readonly id: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  readonly title: () => string;
  /** Key binding in tinykeys' notation. */
  readonly keys?: string;
  readonly enabled: () => boolean;
  readonly run: () => void;
}

export const always = (): boolean => true;
