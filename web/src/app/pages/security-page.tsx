import { SecurityForms } from '@/features/account/components/security-forms';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AccountPage } from '../layout/account-page';

export default function SecurityPage() {
  const t = useMessages(messages);
  return (
    <AccountPage title={t('security')} lead={() => t('securityLead')}>
      {() => <SecurityForms />}
    </AccountPage>
  );
}
