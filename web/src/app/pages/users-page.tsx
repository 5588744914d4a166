import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useDeferredValue, useState } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { SearchBox } from '@/components/search-box';
import { Loading } from '@/components/spinner';
import { useChangeAccount, usersQuery, type AccountChange } from '@/features/users/api/users';
import { ChangeDialog } from '@/features/users/components/change-dialog';
import { ResetLinkDialog } from '@/features/users/components/reset-link-dialog';
import { UserTable } from '@/features/users/components/user-table';
import { messages } from '@/features/users/messages';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { AdministrationPage } from '../layout/administration-page';
import styles from './list-page.module.css';

const route = getRouteApi('/admin/users');

export default function UsersPage() {
  const t = useMessages(messages);
  return (
    <AdministrationPage title={t('title')} lead={t('lead')}>
      {(me) => <Users me={me} />}
    </AdministrationPage>
  );
}

function Users({ me }: { readonly me: User }) {
  const t = useMessages(messages);
  const navigate = route.useNavigate();
  const { q = '' } = route.useSearch();
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
      <search className={styles.search}>
        <SearchBox
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={q}
          onChange={(text) => void navigate({ search: text ? { q: text } : {}, replace: true })}
        />
      </search>
      {account.error && <ProblemAlert error={account.error} />}
      {account.data && (
        <Alert tone="good">{t('changed', { username: account.data.username })}</Alert>
      )}
      <Suspense fallback={<Loading />}>
        <Found
          q={q}
          me={me}
          onResetLink={setLinked}
          onChange={(user, change) => {
            if (reopens(change)) carryOut(user, change);
            else setAsked({ user, change });
          }}
        />
      </Suspense>
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
  readonly q: string;
  readonly me: User;
  readonly onChange: (user: User, change: AccountChange) => void;
  readonly onResetLink: (user: User) => void;
}

function Found({ q, me, onChange, onResetLink }: FoundProps) {
  const t = useMessages(messages);
  const query = useSuspenseInfiniteQuery(usersQuery(useDeferredValue(q)));
  const users = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Card className={styles.card}>
        {users.length > 0 ? (
          <UserTable users={users} me={me} onChange={onChange} onResetLink={onResetLink} />
        ) : (
          <EmptyState icon="search">{t('none')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}
