import type { Operation, Person, Role } from '../../cloud/policy';
import { mayDo, OPERATIONS, ROLES } from '../../cloud/policy';
import { workspaceWords } from '../words/workspaces';

const words = workspaceWords.table;
const PLACE = 'workspace';

/** What each role may do, as the rules enforce it: asked of the same function, not written down again. */
export function RoleTable() {
  return (
    <div className="role-scroll" tabIndex={0} role="group" aria-label={words.heading}>
      <table className="role-table">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.operation}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col" title={workspaceWords.roleNotes[role]}>
                {workspaceWords.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {OPERATIONS.map((operation) => (
            <tr key={operation}>
              <th scope="row">{words.operations[operation]}</th>
              {ROLES.map((role) => {
                const extent = extentOf(role, operation);
                return (
                  <td key={role} data-extent={extent}>
                    {words[extent]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether a role may do something with every open model of its workspace, with its own, or with none. */
export function extentOf(role: Role, operation: Operation): 'all' | 'own' | 'no' {
  const person: Person = { uid: 'self', workspaces: { [PLACE]: role }, isFresh: true };
  const may = (owner: string): boolean =>
    mayDo(person, operation, { owner, workspace: PLACE, policy: 'PUBLIC', people: {} });
  if (operation === 'create') return may('self') ? 'all' : 'no';
  if (may('other')) return 'all';
  return may('self') ? 'own' : 'no';
}
