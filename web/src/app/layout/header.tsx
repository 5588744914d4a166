import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { buttonClass } from '@/components/button';
import { Disclosure, disclosureItems } from '@/components/disclosure';
import { Icon } from '@/components/icon';
import { session, useSession, type Role, type User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './header.module.css';
import { LanguageSwitch, ThemeSwitch } from './switches';
import { Logo } from './logo';

/** Fetched with what it counts, which no page waits for. */
const Unread = lazy(() => import('./unread'));

interface Entry {
  readonly to:
    | '/exercises'
    | '/collections'
    | '/submissions'
    | '/progress'
    | '/leaderboard'
    | '/author'
    | '/admin/users';
  readonly key:
    | 'exercises'
    | 'collections'
    | 'submissions'
    | 'progress'
    | 'leaderboard'
    | 'author'
    | 'administration';
  /** Pages below this address belong to the entry, too. */
  readonly within?: string;
  /** Null for everyone, also without an account. */
  readonly roles: readonly Role[] | null;
}

const everyRole = ['learner', 'author', 'admin'] as const;
const entries: readonly Entry[] = [
  { to: '/exercises', key: 'exercises', roles: null },
  { to: '/collections', key: 'collections', roles: null },
  { to: '/submissions', key: 'submissions', roles: everyRole },
  { to: '/progress', key: 'progress', roles: everyRole },
  { to: '/leaderboard', key: 'leaderboard', roles: null },
  { to: '/author', key: 'author', roles: ['author', 'admin'] },
  { to: '/admin/users', key: 'administration', roles: ['admin'], within: '/admin/' },
];

export function Header() {
  const t = useMessages(messages);
  const state = useSession();
  const user = 'user' in state ? state.user : null;
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link to="/" className={styles.brand} aria-label={t('home')}>
          <Logo />
          <span>Touchstone</span>
        </Link>
        <Navigation user={user} className={styles.wide} />
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
          {state.status === 'starting' ? null : user ? <AccountMenu user={user} /> : <Doors />}
          <Disclosure
            className={styles.compact}
            summary={
              <>
                <Icon name="menu" />
                <span className="visually-hidden">{t('menu')}</span>
              </>
            }
          >
            <Navigation user={user} className={disclosureItems} />
          </Disclosure>
        </div>
      </div>
    </header>
  );
}

interface NavigationProps {
  readonly user: User | null;
  readonly className: string | undefined;
}

function Navigation({ user, className }: NavigationProps) {
  const t = useMessages(messages);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const visible = entries.filter(({ roles }) => !roles || (user && roles.includes(user.role)));
  return (
    <nav aria-label={t('navigation')} className={className}>
      {visible.map(({ to, key, within }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ includeSearch: false }}
          data-within={within !== undefined && path.startsWith(within) ? '' : undefined}
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}

function Doors() {
  const t = useMessages(messages);
  return (
    <>
      <Link to="/sign-in" className={buttonClass('secondary', 'small')}>
        {t('signIn')}
      </Link>
      <Link to="/register" className={`${buttonClass('primary', 'small')} ${styles.roomy}`}>
        {t('register')}
      </Link>
    </>
  );
}

function AccountMenu({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const router = useRouter();
  const signOut = async () => {
    // Whatever the server says, this browser forgets the session; the server's own ends by itself.
    await session.signOut().catch(() => undefined);
    await router.navigate({ to: '/' });
  };
  return (
    <Disclosure
      summary={
        <>
          <Icon name="user" />
          <span className="visually-hidden">{t('account', { name: user.username })}</span>
          <span className={styles.roomy} aria-hidden="true">
            {user.username}
          </span>
        </>
      }
    >
      <p className={styles.who}>{user.display_name}</p>
      <div className={disclosureItems}>
        <Link to="/profile">{t('profile')}</Link>
        <Link to="/comments">
          {t('comments')}{' '}
          <Suspense>
            <Unread />
          </Suspense>
        </Link>
        <button type="button" onClick={() => void signOut()}>
          {t('signOut')}
        </button>
      </div>
    </Disclosure>
  );
}
