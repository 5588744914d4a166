import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Alert } from '@/components/alert';
import type { User } from '@/lib/api/session';
import { formatChoice } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { RegisterOutcome } from '../api/account';
import { registrationQuery } from '../api/registration';
import { messages } from '../messages';
import styles from './form.module.css';
import { RegisterForm } from './register-form';
import { Spoken } from './spoken';

interface RegistrationProps {
  /** The token of the invitation whose link was opened. */
  readonly invitation: string | null;
  readonly onSignedIn: (user: User) => void;
}

/** The form, and what the policy of the platform asks of those who register. */
export function Registration({ invitation, onSignedIn }: RegistrationProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { policy, domains } = useSuspenseQuery(registrationQuery()).data;
  const [unconfirmed, setUnconfirmed] = useState(false);
  const finish = (outcome: RegisterOutcome) => {
    if (outcome === 'unconfirmed') setUnconfirmed(true);
    else onSignedIn(outcome);
  };
  if (unconfirmed) {
    return (
      <Spoken>
        <Alert tone="good" live={false}>
          {t('confirmFirst')}
        </Alert>
      </Spoken>
    );
  }
  if (policy === 'closed') return <Alert tone="info">{t('registrationClosed')}</Alert>;
  if (policy === 'invitation' && invitation === null) {
    return <Alert tone="info">{t('registrationInvited')}</Alert>;
  }
  const condition =
    invitation !== null
      ? t('invited')
      : policy === 'domain' && t('registrationDomains', { domains: formatChoice(domains, locale) });
  return (
    <div className={styles.filled}>
      {condition && (
        <Alert tone="info" live={false}>
          {condition}
        </Alert>
      )}
      <RegisterForm policy={policy} invitation={invitation} onRegistered={finish} />
    </div>
  );
}
