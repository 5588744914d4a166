import type { ReactNode } from 'react';
import { Page } from '@/components/page';
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
  return (
    <SignedIn roles={['admin']}>
      {(me) => (
        <Page {...page}>
          <Sections
            label={t('administration')}
            sections={[
              ['/admin/users', t('users')],
              ['/admin/judging', t('judging')],
            ]}
          />
          {typeof children === 'function' ? children(me) : children}
        </Page>
      )}
    </SignedIn>
  );
}
