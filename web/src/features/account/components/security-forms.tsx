import { Card } from '@/components/page';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './form.module.css';
import { PasswordForm } from './password-form';

export function SecurityForms() {
  const t = useMessages(messages);
  return (
    <div className={styles.sections}>
      <Card className={styles.card}>
        <h2>{t('changePassword')}</h2>
        <PasswordForm />
      </Card>
    </div>
  );
}
