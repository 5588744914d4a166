import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import { messages as pageMessages } from '@/features/administration/messages';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { SignedIn } from './page-states';
import { Sections } from './sections';

interface AdministrationPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode | ((me: User) => ReactNode);
}

/** A page for administrators, with links to the others. */
export function AdministrationPage({ children, ...page }: AdministrationPageProps) {
  const t = useMessages(messages);
  const pages = useMessages(pageMessages);
  return (
    <SignedIn roles={['admin']}>
      {(me) => (
        <Page {...page}>
          <Sections
            label={t('administration')}
            sections={[
              ['/admin/users', t('users')],
              ['/admin/registration', pages('registration')],
              ['/admin/judging', t('judging')],
              ['/admin/mails', pages('mails')],
              ['/admin/audit', pages('audit')],
            ]}
          />
          {typeof children === 'function' ? children(me) : children}
        </Page>
      )}
    </SignedIn>
  );
}
