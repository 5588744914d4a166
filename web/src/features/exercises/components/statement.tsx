import { Link } from '@tanstack/react-router';
import { Alert } from '@/components/alert';
import { Badge } from '@/components/badge';
import { Markdown } from '@/components/markdown/markdown';
import { PageHeading } from '@/components/page';
import { formatDuration } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Exercise } from '../api/exercises';
import { messages } from '../messages';
import { placeSamples } from '../place-samples';
import { DifficultyBadge } from './difficulty-badge';
import type { Standing } from './exercise-list';
import { SampleView } from './samples';
import styles from './statement.module.css';

interface StatementProps {
  readonly exercise: Exercise;
  readonly standing: Standing | undefined;
  readonly onRunSample?: ((input: string) => void) | undefined;
  /** Where its files are while it is not published. It is then a part of another page. */
  readonly draftFiles?: string;
}

export function Statement({ exercise, standing, onRunSample, draftFiles }: StatementProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { pieces, rest } = placeSamples(exercise.statement, exercise.samples.length);
  return (
    <article className={styles.statement}>
      <header>
        {draftFiles === undefined ? (
          <PageHeading>{exercise.title}</PageHeading>
        ) : (
          <h3>{exercise.title}</h3>
        )}
        <p className={styles.facts}>
          <DifficultyBadge difficulty={exercise.difficulty_level} />
          <Link to="/exercises" search={{ category: exercise.category }}>
            {exercise.category_label}
          </Link>
          {exercise.tags.map((tag, index) => (
            <Link key={tag} to="/exercises" search={{ tag }}>
              {exercise.tag_labels[index]}
            </Link>
          ))}
          {standing && (
            <Badge
              tone={standing.solved ? 'gold' : 'warn'}
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
      {!exercise.is_active && draftFiles === undefined && (
        <Alert tone="warn">{t('inactive')}</Alert>
      )}
      {exercise.locale !== locale && <Alert tone="info">{t('otherLanguageOnly')}</Alert>}
      <div lang={exercise.locale} className={styles.pieces}>
        {pieces.map((piece, index) =>
          'text' in piece ? (
            <Markdown
              key={index}
              text={piece.text}
              base={draftFiles ?? `/api/v1/exercises/${exercise.id}/attachments/`}
              hidden={!exercise.is_active || draftFiles !== undefined}
            />
          ) : (
            <Samples key={index} exercise={exercise} places={piece.samples} onRun={onRunSample} />
          ),
        )}
      </div>
      {rest.length > 0 && (
        <section className={styles.samples} aria-labelledby="samples">
          <h2 id="samples">{t('samples')}</h2>
          <Samples exercise={exercise} places={rest} onRun={onRunSample} />
        </section>
      )}
    </article>
  );
}

interface SamplesProps {
  readonly exercise: Exercise;
  readonly places: readonly number[];
  readonly onRun: ((input: string) => void) | undefined;
}

function Samples({ exercise, places, onRun }: SamplesProps) {
  return places.map((place) => {
    const sample = exercise.samples[place];
    return (
      sample && <SampleView key={sample.name} sample={sample} number={place + 1} onRun={onRun} />
    );
  });
}
