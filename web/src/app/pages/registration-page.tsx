import { Suspense } from 'react';
import { Loading } from '@/components/spinner';
import { Invitations } from '@/features/administration/components/invitations';
import { RegistrationSettings } from '@/features/administration/components/registration-settings';
import { messages } from '@/features/administration/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AdministrationPage } from '../layout/administration-page';

export default function RegistrationPage() {
  const t = useMessages(messages);
  return (
    <AdministrationPage title={t('registration')} lead={t('registrationLead')}>
      <Suspense fallback={<Loading />}>
        <RegistrationSettings />
        <Invitations />
      </Suspense>
    </AdministrationPage>
  );
}
