import { create } from 'zustand';

/** An invitation as its link names it. */
export interface InvitationName {
  readonly workspace: string;
  readonly id: string;
}

interface Workspaces {
  readonly dialog: 'workspaces' | 'audit' | 'accept' | undefined;
  /** The workspace that is shown. */
  readonly chosen: string | undefined;
  readonly invitation: InvitationName | undefined;
}

/** Which dialog about workspaces is open; forgotten with the page. */
export const useWorkspaces = create<Workspaces>()(() => ({
  dialog: undefined,
  chosen: undefined,
  invitation: undefined,
}));

export function openWorkspaces(chosen?: string): void {
  useWorkspaces.setState(chosen === undefined ? { dialog: 'workspaces' } : { dialog: 'workspaces', chosen });
}

export function openAudit(): void {
  useWorkspaces.setState({ dialog: 'audit' });
}

export function openInvitation(invitation: InvitationName): void {
  useWorkspaces.setState({ dialog: 'accept', invitation });
}

export function closeWorkspaces(): void {
  useWorkspaces.setState({ dialog: undefined });
}

export function chooseWorkspace(chosen: string): void {
  useWorkspaces.setState({ chosen });
}
