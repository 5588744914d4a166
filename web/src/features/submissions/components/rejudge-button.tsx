import { useState } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { describeError } from '@/components/describe-error';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useRejudge } from '../api/submissions';
import { messages } from '../messages';

export function RejudgeButton({ id }: { readonly id: number | string }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const rejudge = useRejudge(id);
  const [outcome, setOutcome] = useState('');
  const say = (words: string) => {
    setOutcome(words);
    announce(words);
  };
  return (
    <>
      <span>{outcome}</span>
      <Button
        icon="reset"
        pending={rejudge.isPending}
        onClick={() =>
          rejudge.mutate(undefined, {
            onSuccess: () => say(t('rejudged')),
            onError: (error) => say(describeError(error, locale)),
          })
        }
      >
        {t('rejudge')}
      </Button>
    </>
  );
}
