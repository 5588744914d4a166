import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { Card } from '@/components/page';
import { Loading } from '@/components/spinner';
import { Tabs } from '@/components/tabs';
import { Statement } from '@/features/exercises/components/statement';
import { previewQuery } from '@/features/writing/api/drafts';
import { PartView } from '@/features/writing/components/part-view';
import { messages } from '@/features/writing/messages';
import { publishMessages } from '@/features/writing/publish-messages';
import { useEditing } from '@/features/writing/work';
import { useLocale, type Locale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';

/** The draft as learners will see it, in either language. */
export default function DraftPreview() {
  const t = useMessages(publishMessages);
  const common = useMessages(messages);
  const mine = useLocale();
  const [locale, setLocale] = useState<Locale>(mine);
  return (
    <PartView part="preview" lead={t('previewLead')}>
      <Card>
        <Tabs<Locale>
          label={t('previewLanguage')}
          selected={locale}
          onSelect={setLocale}
          tabs={(['vi', 'en'] as const).map((id) => ({
            id,
            label: common(id),
            content: <Shown key={id} locale={id} />,
          }))}
        />
      </Card>
    </PartView>
  );
}

function Shown({ locale }: { readonly locale: Locale }) {
  const t = useMessages(publishMessages);
  const { draft } = useEditing();
  const { data, error } = useQuery(previewQuery(draft.id, draft.version, locale));
  if (error) {
    return (
      <>
        <p>{t('previewFaults')}</p>
        <ProblemAlert error={error} withFaults />
      </>
    );
  }
  if (!data) return <Loading />;
  const folder = draft.files.some(({ path }) => path.startsWith('problem_statement/'))
    ? 'problem_statement'
    : 'statement';
  return (
    <Statement
      exercise={data}
      standing={undefined}
      draftFiles={`/api/v1/authoring/drafts/${draft.id}/files/${folder}/`}
    />
  );
}
