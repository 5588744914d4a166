import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { SelectField } from '@/components/field';
import { Card } from '@/components/page';
import { Loading } from '@/components/spinner';
import { exerciseQuery } from '@/features/exercises/api/exercises';
import { useCreateDraft } from '@/features/writing/api/drafts';
import { changesQuery, revisionsQuery, useRestore } from '@/features/writing/api/revisions';
import { ChangeList } from '@/features/writing/components/change-list';
import { RevisionTable } from '@/features/writing/components/revision-table';
import { publishMessages } from '@/features/writing/publish-messages';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';
import styles from './revisions-page.module.css';

const route = getRouteApi('/author/exercises/$id/revisions');

export default function RevisionsPage() {
  return <ForAuthors>{() => <Revisions />}</ForAuthors>;
}

function Revisions() {
  const t = useMessages(publishMessages);
  const { id } = route.useParams();
  const { shown } = route.useSearch();
  const go = useNavigate();
  const navigate = route.useNavigate();
  const exercise = useSuspenseQuery(exerciseQuery(id, useLocale())).data;
  const revisions = useSuspenseQuery(revisionsQuery(id)).data.items;
  const restore = useRestore(id);
  const create = useCreateDraft();
  const [asked, setAsked] = useState<number>();
  const [outcome, setOutcome] = useState('');
  const current = revisions[0]?.revision ?? 1;

  const carryOut = (revision: number) => {
    setAsked(undefined);
    restore.mutate(
      { revision, current },
      {
        onSuccess: ({ revision: now }) => {
          const words = t('restored', { revision, now });
          setOutcome(words);
          announce(words);
        },
      },
    );
  };

  return (
    <AuthoringPage
      title={t('revisionsTitle', { title: exercise.title })}
      lead={t('revisionsLead')}
      actions={
        <Button
          variant="primary"
          pending={create.isPending}
          onClick={() =>
            create.mutate(
              { exercise_id: exercise.id },
              {
                onSuccess: ({ id: draft }) =>
                  void go({ to: '/author/drafts/$id', params: { id: String(draft) } }),
              },
            )
          }
        >
          {t('edit')}
        </Button>
      }
    >
      <div className={styles.revisions}>
        {outcome && <Alert tone="good">{outcome}</Alert>}
        {(restore.error ?? create.error) && (
          <ProblemAlert error={restore.error ?? create.error} withFaults />
        )}
        <Card>
          <RevisionTable
            revisions={revisions}
            onShow={(revision) =>
              void navigate({ search: { shown: revision }, resetScroll: false })
            }
            onRestore={setAsked}
          />
        </Card>
        {shown !== undefined && (
          <Suspense fallback={<Loading />}>
            <Changes revision={shown} all={revisions.map(({ revision }) => revision)} />
          </Suspense>
        )}
      </div>
      {asked !== undefined && (
        <ConfirmDialog
          title={t('restoreTitle', { revision: asked })}
          question={t('restoreText')}
          confirm={t('restore')}
          cancel={t('cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => carryOut(asked)}
        />
      )}
    </AuthoringPage>
  );
}

interface ChangesProps {
  readonly revision: number;
  readonly all: readonly number[];
}

function Changes({ revision, all }: ChangesProps) {
  const t = useMessages(publishMessages);
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { from, to, items } = useSuspenseQuery(changesQuery(id, revision, search.since)).data;
  const earlier = all.filter((other) => other < revision);
  return (
    <section className={styles.revisions} aria-labelledby="changes">
      <h2 id="changes">
        {from === 0 ? t('changesFirst', { to }) : t('changesTitle', { from, to })}
      </h2>
      {earlier.length > 1 && (
        <div className={styles.from}>
          <SelectField
            label={t('from')}
            value={from}
            onChange={({ target }) =>
              void navigate({
                search: { shown: revision, since: Number(target.value) },
                resetScroll: false,
              })
            }
          >
            {earlier.map((other) => (
              <option key={other} value={other}>
                {other}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <ChangeList changes={items} />
    </section>
  );
}
