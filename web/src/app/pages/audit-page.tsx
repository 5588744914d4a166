import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { Loading } from '@/components/spinner';
import {
  auditQuery,
  useExportAudit,
  type AuditFilter,
} from '@/features/administration/api/administration';
import styles from '@/features/administration/components/administration.module.css';
import { AuditTable } from '@/features/administration/components/audit-table';
import { messages } from '@/features/administration/messages';
import { steady } from '@/lib/api/steady';
import { useMessages } from '@/lib/i18n/messages';
import { refined } from '@/lib/refined';
import { AdministrationPage } from '../layout/administration-page';

const route = getRouteApi('/admin/audit');

export default function AuditPage() {
  const t = useMessages(messages);
  const { kind, target, from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const download = useExportAudit();
  const filter: AuditFilter = { kind, target, from: startOf(from), until: startOf(to, 1) };
  const change = (changed: Record<string, string>) => void navigate(refined(changed));
  return (
    <AdministrationPage
      title={t('audit')}
      lead={t('auditLead')}
      actions={
        <Button
          icon="download"
          pending={download.isPending}
          onClick={() => download.mutate(filter, { onSuccess: () => announce(t('exported')) })}
        >
          {t('export')}
        </Button>
      }
    >
      {download.error && <ProblemAlert error={download.error} />}
      <search className={styles.filters}>
        <TextField
          label={t('kind')}
          hint={t('kindHint')}
          value={kind ?? ''}
          required
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target: { value } }) => change({ kind: value })}
        />
        <TextField
          label={t('target')}
          hint={t('targetHint')}
          value={target ?? ''}
          required
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target: { value } }) => change({ target: value })}
        />
        <TextField
          label={t('from')}
          type="date"
          value={from ?? ''}
          required
          onChange={({ target: { value } }) => change({ from: value })}
        />
        <TextField
          label={t('to')}
          type="date"
          value={to ?? ''}
          required
          onChange={({ target: { value } }) => change({ to: value })}
        />
      </search>
      <Suspense fallback={<Loading />}>
        <Entries filter={filter} />
      </Suspense>
    </AdministrationPage>
  );
}

/** The beginning of a day where the administrator is, some days later; undefined without a day. */
function startOf(day: string | undefined, later = 0): string | undefined {
  const date = new Date(`${day ?? ''}T00:00`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

function Entries({ filter }: { readonly filter: AuditFilter }) {
  const t = useMessages(messages);
  const query = useInfiniteQuery({ ...auditQuery(filter), ...steady });
  if (!query.data) return <Loading />;
  const entries = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Card>
        {entries.length > 0 ? (
          <AuditTable entries={entries} />
        ) : (
          <EmptyState icon="search">{t('noEntries')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}
