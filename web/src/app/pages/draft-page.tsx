import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { buttonClass } from '@/components/button';
import { Icon } from '@/components/icon';
import { Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import {
  draftQuery,
  findingsQuery,
  type Draft,
  type Published,
} from '@/features/writing/api/drafts';
import { DraftEditing } from '@/features/writing/api/editing';
import type { Part } from '@/features/writing/api/findings';
import { PartList } from '@/features/writing/components/part-list';
import { SavingState } from '@/features/writing/components/saving-state';
import { messages } from '@/features/writing/messages';
import { useSettled } from '@/features/writing/use-settled';
import { WorkContext, type Work } from '@/features/writing/work';
import type { User } from '@/lib/api/session';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useStore } from '@/lib/store';
import { ForAuthors } from '../layout/authoring-page';
import styles from './draft-page.module.css';

const route = getRouteApi('/author/drafts/$id');

/** Each part arrives when it is opened. */
const views = {
  basics: lazy(() => import('@/features/writing/components/basics-part')),
  statement: lazy(() => import('@/features/writing/components/statement-part')),
  tests: lazy(() => import('@/features/writing/components/tests-part')),
  checker: lazy(() => import('@/features/writing/components/checker-part')),
  limits: lazy(() => import('@/features/writing/components/limits-part')),
  starter: lazy(() => import('@/features/writing/components/starter-part')),
  solutions: lazy(() => import('@/features/writing/components/solutions-part')),
  guidance: lazy(() => import('@/features/writing/components/guidance-part')),
  files: lazy(() => import('@/features/writing/components/files-part')),
  preview: lazy(() => import('./draft-preview')),
};
const PublishPart = lazy(() => import('@/features/writing/components/publish-part'));
const PublishedView = lazy(async () => ({
  default: (await import('@/features/writing/components/publish-part')).PublishedView,
}));

/** Milliseconds after the last change before the draft is read again for faults. */
const readingPause = 1_000;

export default function DraftPage() {
  const { id } = route.useParams();
  return <ForAuthors>{(user) => <Opened key={id} id={Number(id)} user={user} />}</ForAuthors>;
}

function Opened({ id, user }: { readonly id: number; readonly user: User }) {
  // Not what was known before: the draft may have been changed since, in this window, too.
  const query = useQuery({ ...draftQuery(id), throwOnError: true });
  return query.data && query.isFetchedAfterMount ? (
    <Desk key={query.data.id} draft={query.data} user={user} />
  ) : (
    <Loading />
  );
}

function Desk({ draft: opened, user }: { readonly draft: Draft; readonly user: User }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const client = useQueryClient();
  const [editing] = useState(() => new DraftEditing(opened, user.id));
  const [published, setPublished] = useState<Published>();
  const { draft } = useStore(editing.state);
  const { part: asked = 'basics' } = route.useSearch();
  const part = asked in views || asked === 'publish' ? asked : 'basics';
  const work = useWorkOf(editing);

  useEffect(() => editing.open(), [editing]);
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: ['exercise-drafts', 'list'] }),
    [client],
  );

  const { titles = {} } = draft.settings;
  const title = [titles[locale], titles.vi, titles.en, draft.title].find(Boolean) ?? t('untitled');
  const Shown = part === 'publish' ? null : views[part];
  return (
    <Page
      title={title}
      lead={t(draft.exercise_id === null ? 'newExercise' : 'newRevision')}
      actions={
        <Link to="/author/drafts" className={buttonClass('quiet', 'small')}>
          <Icon name="left" size={16} />
          {t('allDrafts')}
        </Link>
      }
    >
      {published ? (
        <Suspense fallback={<Loading />}>
          <PublishedView published={published} />
        </Suspense>
      ) : (
        <WorkContext value={work}>
          <div className={styles.desk}>
            <div className={styles.side}>
              <PartList />
              <SavingState />
            </div>
            <div className={styles.part}>
              <Suspense fallback={<Loading />}>
                {Shown ? (
                  <Shown />
                ) : (
                  <PublishPart administrator={user.role === 'admin'} onPublished={setPublished} />
                )}
              </Suspense>
            </div>
          </div>
        </WorkContext>
      )}
    </Page>
  );
}

function useWorkOf(editing: DraftEditing): Work {
  const navigate = route.useNavigate();
  const cameByLink = useRef(false);
  const { draft, saving } = useStore(editing.state);
  // While something is unsaved, the version is about to change.
  const version = useSettled(saving === 'saved' ? draft.version : null, readingPause);
  const [read, setRead] = useState(draft.version);
  if (version !== null && version !== read) setRead(version);
  const { data } = useQuery({
    ...findingsQuery(draft.id, read),
    placeholderData: keepPreviousData,
  });
  return useMemo(
    () => ({
      editing,
      findings: data?.findings ?? [],
      read: data !== undefined,
      cameByLink: () => {
        const came = cameByLink.current;
        cameByLink.current = false;
        return came;
      },
      goTo: (part: Part) => {
        cameByLink.current = true;
        void navigate({ search: { part } });
      },
    }),
    [editing, data, navigate],
  );
}
