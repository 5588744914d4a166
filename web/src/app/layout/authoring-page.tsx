import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import { messages as collectionMessages } from '@/features/collections/messages';
import { messages as topicMessages } from '@/features/topics/messages';
import { messages as writingMessages } from '@/features/writing/messages';
import { messages as authoringMessages } from '@/features/authoring/messages';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { SignedIn } from './page-states';
import { Sections } from './sections';

interface AuthoringPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Shows something to authors and administrators only. */
export function ForAuthors({ children }: { readonly children: (user: User) => ReactNode }) {
  return <SignedIn roles={['author', 'admin']}>{children}</SignedIn>;
}

/** A page for authors, with links to the others. */
export function AuthoringPage({ children, ...page }: AuthoringPageProps) {
  const t = useMessages(messages);
  const authoringT = useMessages(authoringMessages);
  const collectionsT = useMessages(collectionMessages);
  const topicsT = useMessages(topicMessages);
  const writingT = useMessages(writingMessages);
  return (
    <Page {...page}>
      <Sections
        label={t('author')}
        sections={[
          ['/author', t('exercises')],
          ['/author/drafts', writingT('title')],
          ['/author/collections', collectionsT('title')],
          ['/author/topics', topicsT('title')],
          ['/author/results', authoringT('allResults')],
        ]}
      />
      {children}
    </Page>
  );
}
