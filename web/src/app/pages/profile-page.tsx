import { Page } from '@/components/page';
import { ProfileForms } from '@/features/account/components/profile-forms';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';
import { SignedIn } from '../layout/page-states';

export default function ProfilePage() {
  const t = useMessages(messages);
  return (
    <SignedIn>
      {(user) => (
        <Page
          title={t('profile')}
          lead={t('profileLead', { username: user.username, role: t(user.role) })}
        >
          <ProfileForms user={user} />
        </Page>
      )}
    </SignedIn>
  );
}
