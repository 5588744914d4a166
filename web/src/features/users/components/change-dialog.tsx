import { ConfirmDialog } from '@/components/dialog';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import type { AccountChange } from '../api/users';
import { messages } from '../messages';

interface ChangeDialogProps {
  readonly user: User;
  readonly change: AccountChange;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const named = { learner: 'asLearner', author: 'asAuthor', admin: 'asAdmin' } as const;

/** Asks before a change that signs its user out. */
export function ChangeDialog({ user, change, onConfirm, onCancel }: ChangeDialogProps) {
  const t = useMessages(messages);
  const { username } = user;
  const words =
    'role' in change
      ? {
          title: t('confirmRole', { username, role: t(named[change.role]) }),
          question: t('confirmRoleText'),
          confirm: t('changeRole'),
        }
      : {
          title: t('confirmClose', { username }),
          question: t('confirmCloseText'),
          confirm: t('close'),
        };
  return (
    <ConfirmDialog {...words} cancel={t('cancel')} onConfirm={onConfirm} onCancel={onCancel} />
  );
}
