import { useEffect, useState } from 'react';
import { AUDIT_ACTIONS } from '../../cloud/audit/audit';
import { listMembers, listWorkspaces } from '../../cloud/workspaces/workspaces';
import { listModels } from '../../library/models/models';
import type { Account } from '../account/account-store';
import { useAccount } from '../account/account-store';
import { saveFile } from '../exchange/save-file';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { notify } from '../state/notify';
import { auditWords } from '../words/audit';
import { CloudWindow, FaultNote } from '../workspaces/cloud-window';
import { useCloudData } from '../workspaces/use-cloud-data';
import { closeWorkspaces } from '../workspaces/workspaces-store';
import '../styles/audit.css';
import { AuditList } from './audit-list';
import type { AuditFilter, Names } from './audit-view';
import { auditCsv, auditJson, linesOf } from './audit-view';
import { useAudit } from './use-audit';

const DAY = 86_400_000;
const PERIODS = { day: DAY, week: 7 * DAY, month: 30 * DAY, all: Infinity } as const;
type Period = keyof typeof PERIODS;

const ACTIONS = [
  { id: 'any' as const, name: auditWords.anyAction },
  ...AUDIT_ACTIONS.map((id) => ({ id, name: auditWords.actions[id] })),
];

/** What happened, for everybody's own things and, for administrators, for their workspaces. */
export function AuditDialog() {
  const account = useAccount((state) => state.account);
  return (
    <CloudWindow title={auditWords.title} onClose={closeWorkspaces}>
      {account.status === 'signed-in' ? (
        <Audit account={account} />
      ) : (
        <div className="window-body">
          <p>{account.status === 'off' ? auditWords.off : auditWords.signIn}</p>
        </div>
      )}
    </CloudWindow>
  );
}

function Audit({ account }: { readonly account: Extract<Account, { status: 'signed-in' }> }) {
  const [scope, setScope] = useState('own');
  const [period, setPeriod] = useState<Period>('week');
  const [now] = useState(() => Date.now());
  const [filter, setFilter] = useState<AuditFilter>({ action: 'any', text: '' });
  const workspace = scope === 'own' ? undefined : scope;
  const scopes = useScopes(account);
  const names = useNames(account, workspace);
  const since = period === 'all' ? undefined : now - PERIODS[period];
  const { entries, malformed, fault, loadMore } = useAudit(workspace, since);
  const lines = entries && linesOf(entries, filter, names);
  const save = (kind: 'csv' | 'json'): void => {
    if (lines === undefined || entries === undefined) return;
    const shown = new Set(lines.map(({ entry }) => entry));
    const text =
      kind === 'csv' ? auditCsv(lines) : auditJson(entries.filter(({ entry }) => shown.has(entry)));
    const name = `audit-${new Date(now).toISOString().slice(0, 10)}.${kind}`;
    saveFile({
      name,
      type: kind === 'csv' ? 'text/csv' : 'application/json',
      bytes: new TextEncoder().encode(text),
    });
    notify('success', auditWords.saved(name));
  };
  return (
    <>
      <div className="audit-tools">
        <Choice label={auditWords.scope} value={scope} options={scopes} onChange={setScope} />
        <Choice
          label={auditWords.period}
          value={period}
          options={(['day', 'week', 'month', 'all'] as const).map((id) => ({
            id,
            name: auditWords.periods[id],
          }))}
          onChange={setPeriod}
        />
        <Choice
          label={auditWords.action}
          value={filter.action}
          options={ACTIONS}
          onChange={(action) => setFilter({ ...filter, action })}
        />
        <input
          type="search"
          className="text-input"
          aria-label={auditWords.find}
          placeholder={auditWords.find}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
      </div>
      {fault && <FaultNote fault={fault} />}
      {lines === undefined ? (
        <p className="audit-none muted">{auditWords.loading}</p>
      ) : lines.length === 0 ? (
        <p className="audit-none muted">{entries?.length === 0 ? auditWords.empty : auditWords.none}</p>
      ) : (
        <AuditList lines={lines} />
      )}
      <div className="audit-foot">
        <p className="muted small" role="status">
          {entries !== undefined &&
            auditWords.count(formatCount(lines?.length ?? 0), formatCount(entries.length))}{' '}
          {malformed > 0 && auditWords.malformed(malformed)}
        </p>
        {loadMore && (
          <Button kind="quiet" onPress={loadMore}>
            {auditWords.more}
          </Button>
        )}
        <Button isDisabled={!lines?.length} onPress={() => save('csv')}>
          {auditWords.csv}
        </Button>
        <Button isDisabled={!lines?.length} onPress={() => save('json')}>
          {auditWords.json}
        </Button>
      </div>
      <p className="audit-note muted small">{auditWords.note}</p>
    </>
  );
}

/** Whose entries the account may see. */
function useScopes({ uid, workspaces }: Extract<Account, { status: 'signed-in' }>): readonly {
  readonly id: string;
  readonly name: string;
}[] {
  const { value = [] } = useCloudData(`${uid} ${JSON.stringify(workspaces)}`, (firebase) =>
    listWorkspaces(firebase, workspaces),
  );
  const administered = value.filter(({ role }) => role === 'admin');
  return [{ id: 'own', name: auditWords.own }, ...administered.map(({ id, name }) => ({ id, name }))];
}

/** Members of the workspace and the models of this browser. */
function useNames({ uid }: Extract<Account, { status: 'signed-in' }>, workspace: string | undefined): Names {
  const { value: members = [] } = useCloudData(workspace, (firebase) =>
    listMembers(firebase, workspace ?? ''),
  );
  const [models, setModels] = useState<Names>({});
  useEffect(() => {
    let isCurrent = true;
    listModels().then(
      (all) => isCurrent && setModels(Object.fromEntries(all.map(({ id, name }) => [id, name]))),
      // A browser without a database has no names to give.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  const people = members.map((each) => [each.uid, each.name === '' ? each.email : each.name] as const);
  return { ...models, ...Object.fromEntries(people), [uid]: auditWords.you };
}
