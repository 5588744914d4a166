import { Badge } from '@/components/badge';
import { CodeBlock } from '@/components/code-block';
import { Card } from '@/components/page';
import { formatDuration } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Details } from '../api/results';
import { messages } from '../messages';
import { CountTable } from './count-table';
import styles from './exercise-details.module.css';

/** Which tests are hard, what goes wrong in the same way, and how long right programs take. */
export function ExerciseDetails({ details }: { readonly details: Details }) {
  const t = useMessages(messages);
  const { failures, times } = details;
  return (
    <div className={styles.details}>
      {failures.tests.length > 0 && (
        <section aria-label={t('hardestTests')}>
          <h3>{t('hardestTests')}</h3>
          <p className={styles.lead}>{t('hardestTestsLead', { count: failures.submissions })}</p>
          <Card>
            <CountTable
              caption={t('hardestTests')}
              name={t('test')}
              count={t('count')}
              share={t('share')}
              total={failures.submissions}
              counts={failures.tests.map((test) => ({
                key: String(test.index),
                count: test.submissions,
                tone: 'bad',
                name: (
                  <>
                    {t('testNumber', { index: test.index })}{' '}
                    {test.sample && <Badge>{t('sample')}</Badge>}{' '}
                    <span className={styles.name}>{test.name}</span>
                  </>
                ),
              }))}
            />
          </Card>
        </section>
      )}
      <Times times={times} />
      {failures.outputs.length > 0 && (
        <section aria-label={t('wrongOutputs')} className={styles.wide}>
          <h3>{t('wrongOutputs')}</h3>
          <p className={styles.lead}>{t('wrongOutputsLead')}</p>
          <ul className={styles.outputs}>
            {failures.outputs.map((output, index) => (
              <li key={index}>
                <Card className={styles.output}>
                  <p>
                    <strong>{t('submissionsCount', { count: output.submissions })}</strong>{' '}
                    <span className={styles.name}>{output.test}</span>
                  </p>
                  <div className={styles.pair}>
                    {output.expected !== null && (
                      <CodeBlock label={t('expected')} text={output.expected} />
                    )}
                    <CodeBlock label={t('found')} text={output.output} />
                  </div>
                </Card>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Times({ times }: { readonly times: Details['times'] }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const total = times.buckets.reduce((sum, { submissions }) => sum + submissions, 0);
  if (total === 0) return null;
  return (
    <section aria-label={t('times')}>
      <h3>{t('times')}</h3>
      <p className={styles.lead}>{t('timesLead')}</p>
      <Card>
        <CountTable
          caption={t('times')}
          name={t('time')}
          count={t('count')}
          share={t('share')}
          total={total}
          counts={times.buckets
            .filter(({ to_ms, submissions }) => to_ms !== null || submissions > 0)
            .map(({ from_ms, to_ms, submissions }) => ({
              key: String(from_ms),
              count: submissions,
              tone: 'good',
              name:
                to_ms === null
                  ? t('timeFrom', { from: formatDuration(from_ms, locale) })
                  : t('timeBetween', {
                      from: formatDuration(from_ms, locale),
                      to: formatDuration(to_ms, locale),
                    }),
            }))}
        />
      </Card>
    </section>
  );
}
