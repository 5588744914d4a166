import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import type { Role, User } from '@/lib/api/session';
import { formatDate } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { AccountChange } from '../api/users';
import { messages } from '../messages';
import styles from './user-table.module.css';

const roles: readonly Role[] = ['learner', 'author', 'admin'];

interface UserTableProps {
  readonly users: readonly User[];
  /** Who is looking: nobody can shut themselves out. */
  readonly me: User;
  readonly onChange: (user: User, change: AccountChange) => void;
  readonly onResetLink: (user: User) => void;
  readonly onEdit: (user: User) => void;
}

export function UserTable({ users, me, onChange, onResetLink, onEdit }: UserTableProps) {
  const t = useMessages(messages);
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('user')}</th>
          <th scope="col">{t('email')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('since')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <Row
            key={user.id}
            user={user}
            own={user.id === me.id}
            onChange={(change) => onChange(user, change)}
            onResetLink={() => onResetLink(user)}
            onEdit={() => onEdit(user)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly user: User;
  readonly own: boolean;
  readonly onChange: (change: AccountChange) => void;
  readonly onResetLink: () => void;
  readonly onEdit: () => void;
}

function Row({ user, own, onChange, onResetLink, onEdit }: RowProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { username, display_name, email, role, is_active, created_at } = user;
  return (
    <tr>
      <th scope="row" className={styles.user}>
        <span>
          {username} {own && <Badge tone="info">{t('you')}</Badge>}
        </span>
        {display_name !== username && <span className={styles.name}>{display_name}</span>}
      </th>
      <td data-label={t('email')} className={styles.email}>
        {email}
      </td>
      <td data-label={t('role')}>
        {own ? (
          t(role)
        ) : (
          <select
            className={styles.role}
            aria-label={t('roleOf', { username })}
            value={role}
            onChange={(event) => {
              const chosen = roles.find((candidate) => candidate === event.target.value);
              if (chosen) onChange({ role: chosen });
            }}
          >
            {roles.map((id) => (
              <option key={id} value={id}>
                {t(id)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td data-label={t('state')}>
        <Badge tone={is_active ? 'good' : 'warn'}>{t(is_active ? 'active' : 'closed')}</Badge>
      </td>
      <td data-label={t('since')}>
        <time dateTime={created_at}>{formatDate(created_at, locale)}</time>
      </td>
      <td data-label={t('actions')} className={styles.actions}>
        {own ? (
          '–'
        ) : (
          <>
            <Button size="small" aria-label={t('editNamed', { username })} onClick={onEdit}>
              {t('edit')}
            </Button>
            {is_active && (
              <Button
                size="small"
                aria-label={t('resetLinkNamed', { username })}
                onClick={onResetLink}
              >
                {t('resetLink')}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t(is_active ? 'closeNamed' : 'reopenNamed', { username })}
              onClick={() => onChange({ is_active: !is_active })}
            >
              {t(is_active ? 'close' : 'reopen')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
