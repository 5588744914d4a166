import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Filters, FilterSelect } from '@/components/filters';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { SearchBox } from '@/components/search-box';
import { Loading } from '@/components/spinner';
import {
  useChangeAccount,
  useExportUsers,
  usersQuery,
  type AccountChange,
  type UserFilter,
} from '@/features/users/api/users';
import { AccountDialog } from '@/features/users/components/account-dialog';
import { ChangeDialog } from '@/features/users/components/change-dialog';
import { ImportDialog } from '@/features/users/components/import-dialog';
import { ResetLinkDialog } from '@/features/users/components/reset-link-dialog';
import { UserTable } from '@/features/users/components/user-table';
import { messages } from '@/features/users/messages';
import type { User } from '@/lib/api/session';
import { steady } from '@/lib/api/steady';
import { useMessages } from '@/lib/i18n/messages';
import { refined } from '@/lib/refined';
import { AdministrationPage } from '../layout/administration-page';
import styles from './list-page.module.css';

const route = getRouteApi('/admin/users');

const roles = ['learner', 'author', 'admin'] as const;
const states = ['active', 'closed'] as const;

function useFilter() {
  const { q, role, state } = route.useSearch();
  const navigate = route.useNavigate();
  const filter: UserFilter = {
    q,
    role: roles.find((known) => known === role),
    active: state === undefined ? undefined : state === 'active',
  };
  const change = (changed: { q?: string; role?: string | undefined; state?: string | undefined }) =>
    void navigate(refined(changed));
  return [filter, change] as const;
}

export default function UsersPage() {
  const t = useMessages(messages);
  const [filter] = useFilter();
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  const [saved, setSaved] = useState<User>();
  const download = useExportUsers();
  return (
    <AdministrationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={styles.actions}>
          <Button
            icon="download"
            pending={download.isPending}
            onClick={() => download.mutate(filter, { onSuccess: () => announce(t('exported')) })}
          >
            {t('export')}
          </Button>
          <Button icon="upload" onClick={() => setImporting(true)}>
            {t('import')}
          </Button>
          <Button variant="primary" icon="plus" onClick={() => setCreating(true)}>
            {t('newUser')}
          </Button>
        </div>
      }
    >
      {(me) => (
        <>
          {download.error && <ProblemAlert error={download.error} />}
          <Users me={me} />
          {creating && (
            <AccountDialog
              user={null}
              onClose={() => setCreating(false)}
              onSaved={(user) => {
                setCreating(false);
                setSaved(user);
              }}
            />
          )}
          {importing && <ImportDialog onClose={() => setImporting(false)} />}
          {saved && <ResetLinkDialog user={saved} onClose={() => setSaved(undefined)} />}
        </>
      )}
    </AdministrationPage>
  );
}

function Users({ me }: { readonly me: User }) {
  const t = useMessages(messages);
  const [filter, filterBy] = useFilter();
  const [edited, setEdited] = useState<User>();
  const account = useChangeAccount();
  const [linked, setLinked] = useState<User>();
  const [asked, setAsked] = useState<{ user: User; change: AccountChange } | null>(null);

  const carryOut = (user: User, change: AccountChange) => {
    setAsked(null);
    account.mutate(
      { user, change },
      { onSuccess: ({ username }) => announce(t('changed', { username })) },
    );
  };
  const reopens = (change: AccountChange) => 'is_active' in change && change.is_active;

  return (
    <>
      <Filters>
        <SearchBox
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={filter.q ?? ''}
          onChange={(q) => filterBy({ q })}
        />
        <FilterSelect
          label={t('role')}
          any={t('anyRole')}
          value={filter.role}
          options={roles.map((role) => [role, t(role)] as const)}
          onChange={(role) => filterBy({ role })}
        />
        <FilterSelect
          label={t('state')}
          any={t('anyState')}
          value={filter.active === undefined ? undefined : filter.active ? 'active' : 'closed'}
          options={states.map(
            (state) => [state, t(state === 'active' ? 'onlyActive' : 'onlyClosed')] as const,
          )}
          onChange={(state) => filterBy({ state })}
        />
      </Filters>
      {account.error && <ProblemAlert error={account.error} />}
      {account.data && (
        <Alert tone="good">{t('changed', { username: account.data.username })}</Alert>
      )}
      <Suspense fallback={<Loading />}>
        <Found
          filter={filter}
          me={me}
          onEdit={setEdited}
          onResetLink={setLinked}
          onChange={(user, change) => {
            if (reopens(change)) carryOut(user, change);
            else setAsked({ user, change });
          }}
        />
      </Suspense>
      {edited && (
        <AccountDialog
          user={edited}
          onClose={() => setEdited(undefined)}
          onSaved={({ username }) => {
            setEdited(undefined);
            announce(t('changed', { username }));
          }}
        />
      )}
      {linked && <ResetLinkDialog user={linked} onClose={() => setLinked(undefined)} />}
      {asked && (
        <ChangeDialog
          {...asked}
          onConfirm={() => carryOut(asked.user, asked.change)}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface FoundProps {
  readonly filter: UserFilter;
  readonly onEdit: (user: User) => void;
  readonly me: User;
  readonly onChange: (user: User, change: AccountChange) => void;
  readonly onResetLink: (user: User) => void;
}

function Found({ filter, me, onChange, onResetLink, onEdit }: FoundProps) {
  const t = useMessages(messages);
  const query = useInfiniteQuery({ ...usersQuery(filter), ...steady });
  if (!query.data) return <Loading />;
  const users = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Card className={styles.card}>
        {users.length > 0 ? (
          <UserTable
            users={users}
            me={me}
            onChange={onChange}
            onResetLink={onResetLink}
            onEdit={onEdit}
          />
        ) : (
          <EmptyState icon="search">{t('none')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}
