import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, useDeferredValue, useState } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { SearchBox } from '@/components/search-box';
import { Loading } from '@/components/spinner';
import {
  authoredQuery,
  useDownload,
  useOpenness,
  type AuthoredExercise,
  type Published,
} from '@/features/authoring/api/authoring';
import {
  AuthoredTable,
  type AuthoringActions,
} from '@/features/authoring/components/authored-table';
import { PublishDialog } from '@/features/authoring/components/publish-dialog';
import { RejudgeDialog } from '@/features/authoring/components/rejudge-dialog';
import { messages } from '@/features/authoring/messages';
import { useCreateDraft, type Draft } from '@/features/writing/api/drafts';
import { NewDraftDialog } from '@/features/writing/components/new-draft-dialog';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';
import styles from './list-page.module.css';

const route = getRouteApi('/author');

export default function AuthorPage() {
  return <ForAuthors>{() => <Authoring />}</ForAuthors>;
}

function Authoring() {
  const t = useMessages(messages);
  const navigate = route.useNavigate();
  const { q = '' } = route.useSearch();
  const openness = useOpenness();
  const download = useDownload();
  /** Which exercise a package is chosen for; null for a new one. */
  const [publishing, setPublishing] = useState<AuthoredExercise | null | undefined>();
  const [rejudged, setRejudged] = useState<AuthoredExercise>();
  const edit = useCreateDraft();
  const [creating, setCreating] = useState(false);
  const [outcome, setOutcome] = useState('');
  const go = useNavigate();
  const write = ({ id }: Pick<Draft, 'id'>) =>
    void go({ to: '/author/drafts/$id', params: { id: String(id) } });
  const say = (words: string) => {
    setOutcome(words);
    announce(words);
  };

  const actions: AuthoringActions = {
    onEdit: ({ id }) => edit.mutate({ exercise_id: id }, { onSuccess: write }),
    onRevision: setPublishing,
    onDownload: (exercise) => download.mutate(exercise),
    onRejudge: setRejudged,
    onOpenness: ({ id, title, is_active }) =>
      openness.mutate(
        { id, open: !is_active },
        { onSuccess: () => say(t(is_active ? 'isHidden' : 'isOpen', { title })) },
      ),
  };
  const published = ({ slug, revision }: Published) => {
    const unchanged = publishing?.revision === revision;
    say(unchanged ? t('unchanged', { revision }) : t('published', { slug, revision }));
    setPublishing(undefined);
  };

  return (
    <AuthoringPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={styles.actions}>
          <Button icon="upload" onClick={() => setPublishing(null)}>
            {t('uploadPackage')}
          </Button>
          <Button variant="primary" icon="plus" onClick={() => setCreating(true)}>
            {t('newExercise')}
          </Button>
        </div>
      }
    >
      <search className={styles.search}>
        <SearchBox
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={q}
          onChange={(text) => void navigate({ search: text ? { q: text } : {}, replace: true })}
        />
      </search>
      {outcome && <Alert tone="good">{outcome}</Alert>}
      {openness.error && <ProblemAlert error={openness.error} />}
      {edit.error && <ProblemAlert error={edit.error} />}
      {download.error && <ProblemAlert error={download.error} />}
      <Suspense fallback={<Loading />}>
        <Authored q={q} actions={actions} />
      </Suspense>
      {publishing !== undefined && (
        <PublishDialog
          exercise={publishing}
          onPublished={published}
          onDraft={(id) => write({ id })}
          onClose={() => setPublishing(undefined)}
        />
      )}
      {rejudged && <RejudgeDialog exercise={rejudged} onClose={() => setRejudged(undefined)} />}
      {creating && <NewDraftDialog onCreated={write} onClose={() => setCreating(false)} />}
    </AuthoringPage>
  );
}

function Authored({ q, actions }: { readonly q: string; readonly actions: AuthoringActions }) {
  const t = useMessages(messages);
  const query = useSuspenseInfiniteQuery(authoredQuery(useDeferredValue(q), useLocale()));
  const exercises = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Card className={styles.card}>
        {exercises.length > 0 ? (
          <AuthoredTable exercises={exercises} {...actions} />
        ) : (
          <EmptyState icon="search">{t('none')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}
