import { Link } from '@tanstack/react-router';
import { Alert } from '@/components/alert';
import { Badge } from '@/components/badge';
import { CodeBlock } from '@/components/code-block';
import { Markdown } from '@/components/markdown/markdown';
import { PageHeading } from '@/components/page';
import { formatDuration } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Exercise } from '../api/exercises';
import { useCategoryName } from '../category-name';
import { messages } from '../messages';
import { DifficultyBadge } from './difficulty-badge';
import type { Standing } from './exercise-list';
import styles from './statement.module.css';

interface StatementProps {
  readonly exercise: Exercise;
  readonly standing: Standing | undefined;
}

export function Statement({ exercise, standing }: StatementProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const categoryName = useCategoryName();
  return (
    <article className={styles.statement}>
      <header>
        <PageHeading>{exercise.title}</PageHeading>
        <p className={styles.facts}>
          <DifficultyBadge difficulty={exercise.difficulty_level} />
          <Link to="/" search={{ category: exercise.category }}>
            {categoryName(exercise.category)}
          </Link>
          {standing && (
            <Badge
              tone={standing.solved ? 'good' : 'warn'}
              icon={standing.solved ? 'check' : 'clock'}
            >
              {standing.solved ? t('solved') : t('bestScore', { points: standing.bestScore })}
            </Badge>
          )}
        </p>
        <dl className={styles.limits}>
          <div>
            <dt>{t('timeLimit')}</dt>
            <dd>
              {formatDuration(exercise.limits.time_ms, locale)}
              <span className={styles.note}>{t('slowLanguages')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('memoryLimit')}</dt>
            <dd>{exercise.limits.memory_mib.toLocaleString(locale)} MiB</dd>
          </div>
          <div>
            <dt>{t('worth')}</dt>
            <dd>{t('points', { count: exercise.points })}</dd>
          </div>
        </dl>
      </header>
      {!exercise.is_active && <Alert tone="warn">{t('inactive')}</Alert>}
      {exercise.locale !== locale && <Alert tone="info">{t('otherLanguageOnly')}</Alert>}
      <div lang={exercise.locale}>
        <Markdown
          text={exercise.statement}
          base={`/api/v1/exercises/${exercise.id}/attachments/`}
        />
      </div>
      {exercise.samples.length > 0 && (
        <section className={styles.samples} aria-labelledby="samples">
          <h2 id="samples">{t('samples')}</h2>
          {exercise.samples.map((sample, index) => (
            <div key={sample.name} className={styles.sample}>
              <CodeBlock label={t('sampleInput', { number: index + 1 })} text={sample.input} />
              <CodeBlock label={t('sampleOutput', { number: index + 1 })} text={sample.output} />
            </div>
          ))}
        </section>
      )}
    </article>
  );
}
