import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { announce } from '@/components/announcer';
import { Card, EmptyState } from '@/components/page';
import { Loading } from '@/components/spinner';
import { topicsQuery, type Topic } from '@/features/topics/api/topics';
import { TopicDialog } from '@/features/topics/components/topic-dialog';
import { TopicTable } from '@/features/topics/components/topic-table';
import { messages } from '@/features/topics/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';

export default function TopicsPage() {
  const t = useMessages(messages);
  return (
    <ForAuthors>
      {() => (
        <AuthoringPage title={t('title')} lead={t('lead')}>
          <Suspense fallback={<Loading />}>
            <Topics />
          </Suspense>
        </AuthoringPage>
      )}
    </ForAuthors>
  );
}

function Topics() {
  const t = useMessages(messages);
  const [changed, setChanged] = useState<Topic>();
  // Common topics have names before any exercise has them.
  const topics = useSuspenseQuery(topicsQuery).data.items.filter(({ exercises }) => exercises > 0);
  return (
    <>
      <Card>
        {topics.length > 0 ? (
          <TopicTable topics={topics} onChange={setChanged} />
        ) : (
          <EmptyState icon="search">{t('none')}</EmptyState>
        )}
      </Card>
      {changed && (
        <TopicDialog
          topic={changed}
          onClose={() => setChanged(undefined)}
          onSaved={() => {
            announce(t('saved', { name: changed.name }));
            setChanged(undefined);
          }}
        />
      )}
    </>
  );
}
