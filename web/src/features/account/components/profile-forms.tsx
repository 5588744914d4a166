import { Card } from '@/components/page';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { DetailsForm } from './details-form';
import { EmailForm } from './email-form';
import styles from './form.module.css';

export function ProfileForms({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  return (
    <div className={styles.sections}>
      <Card className={styles.card}>
        <h2>{t('details')}</h2>
        <DetailsForm user={user} />
      </Card>
      <Card className={styles.card}>
        <h2>{t('email')}</h2>
        <EmailForm user={user} />
      </Card>
    </div>
  );
}
