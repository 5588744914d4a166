import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Card, EmptyState, LoadMore, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { collectionsQuery } from '@/features/collections/api/collections';
import { CollectionList } from '@/features/collections/components/collection-list';
import { messages } from '@/features/collections/messages';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useSolved } from './use-solved';

export default function CollectionsPage() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Suspense fallback={<Loading />}>
        <All />
      </Suspense>
    </Page>
  );
}

function All() {
  const t = useMessages(messages);
  const query = useSuspenseInfiniteQuery(collectionsQuery(useLocale()));
  const solved = useSolved();
  const collections = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      {collections.length > 0 ? (
        <CollectionList collections={collections} solved={solved} />
      ) : (
        <Card>
          <EmptyState icon="list">{t('none')}</EmptyState>
        </Card>
      )}
      <LoadMore query={query} />
    </>
  );
}
