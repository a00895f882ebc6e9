import type { Role } from '../../cloud/policy';
import { ROLES } from '../../cloud/policy';
import { Choice } from '../parts/choice';
import { workspaceWords } from '../words/workspaces';

const options = ROLES.map((id) => ({
  id,
  name: workspaceWords.roles[id],
  note: workspaceWords.roleNotes[id],
}));

export function RoleChoice(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Role;
  readonly isDisabled?: boolean;
  readonly onChange: (role: Role) => void;
}) {
  return <Choice {...props} options={options} />;
}
