import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '@/features/account/messages';
import { SignedIn } from './page-states';
import { Sections } from './sections';

interface AccountPageProps {
  readonly title: string;
  readonly lead?: (user: User) => string;
  readonly children: (user: User) => ReactNode;
}

/** A page about one's own account, with links to the others. */
export function AccountPage({ title, lead, children }: AccountPageProps) {
  const t = useMessages(messages);
  return (
    <SignedIn>
      {(user) => (
        <Page title={title} lead={lead?.(user)}>
          <Sections
            label={t('accountSections')}
            sections={[
              ['/profile', t('profile')],
              ['/profile/security', t('security')],
              ['/profile/sessions', t('sessions')],
              ['/profile/tokens', t('tokens')],
            ]}
          />
          {children(user)}
        </Page>
      )}
    </SignedIn>
  );
}
