import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Markdown } from '@/components/markdown/markdown';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { guidanceQuery, useReveal, type Guidance } from '../api/guidance';
import { messages } from '../messages';
import styles from './guidance.module.css';

interface GuidancePanelProps {
  readonly exerciseId: number;
  /** Only members may fetch the pictures of an exercise that is not open. */
  readonly hidden: boolean;
}

/** Hints that the learner opens one after the other, and the editorial or when it can be read. */
export default function GuidancePanel({ exerciseId, hidden }: GuidancePanelProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const query = useQuery(guidanceQuery(exerciseId, locale));
  const reveal = useReveal(exerciseId, locale);
  const guidance = query.data;
  if (query.error) return <ProblemAlert error={query.error} />;
  if (!guidance || (guidance.hint_count === 0 && !guidance.editorial)) return null;

  const { hints, hint_count: count, editorial } = guidance;
  const next = hints.length + 1;
  const base = `/api/v1/exercises/${exerciseId}/attachments/`;
  return (
    <div className={styles.guidance}>
      {count > 0 && (
        <section aria-labelledby="hints">
          <h2 id="hints">{t('hints')}</h2>
          <ol className={styles.hints}>
            {hints.map((text, index) => (
              <li key={index}>
                <h3>{t('hint', { number: index + 1, count })}</h3>
                <Markdown text={text} base={base} hidden={hidden} />
              </li>
            ))}
          </ol>
          {reveal.error && <ProblemAlert error={reveal.error} />}
          {next <= count && (
            <Button
              size="small"
              pending={reveal.isPending}
              onClick={() =>
                reveal.mutate(next, { onSuccess: () => announce(t('shown', { number: next })) })
              }
            >
              {t('show', { number: next, count })}
            </Button>
          )}
        </section>
      )}
      {editorial && (
        <section aria-labelledby="editorial">
          <h2 id="editorial">{t('editorial')}</h2>
          <Editorial editorial={editorial} base={base} hidden={hidden} />
        </section>
      )}
    </div>
  );
}

interface EditorialProps {
  readonly editorial: NonNullable<Guidance['editorial']>;
  readonly base: string;
  readonly hidden: boolean;
}

function Editorial({ editorial, base, hidden }: EditorialProps) {
  const t = useMessages(messages);
  if (editorial.text === undefined) {
    return (
      <p className={styles.note}>
        {editorial.attempts_left === undefined
          ? t('afterSolved')
          : t('afterAttempts', { count: editorial.attempts_left })}
      </p>
    );
  }
  return (
    // Closed: whoever just came back to the statement should not see it by accident.
    <details className={styles.editorial}>
      <summary>{t('read')}</summary>
      <Markdown text={editorial.text} base={base} hidden={hidden} />
    </details>
  );
}
