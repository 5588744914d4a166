import { ProfileForms } from '@/features/account/components/profile-forms';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AccountPage } from '../layout/account-page';

export default function ProfilePage() {
  const t = useMessages(messages);
  return (
    <AccountPage
      title={t('profile')}
      lead={({ username, role }) => t('profileLead', { username, role: t(role) })}
    >
      {(user) => <ProfileForms user={user} />}
    </AccountPage>
  );
}
