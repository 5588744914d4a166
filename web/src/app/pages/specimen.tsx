import { Icon } from '@/components/icon';
import { useMessages } from '@/lib/i18n/messages';
import { landingMessages } from '../landing-messages';
import styles from './specimen.module.css';

const passed = 3;
const total = 12;

/** A judged program, drawn: what a visitor would see after a usual slip. */
export function Specimen() {
  const t = useMessages(landingMessages);
  return (
    <figure className={styles.specimen} aria-label={t('specimen')}>
      <pre className={styles.code}>
        <code>
          <i>1</i>first, second = <b>input</b>().split(){'\n'}
          <i>2</i>
          <b>print</b>(first + second)
        </code>
      </pre>
      <div className={styles.outcome}>
        <p className={styles.verdict}>
          <Icon name="cross" size={20} /> {t('specimenVerdict')}
        </p>
        <p className={styles.count}>{t('specimenPassed')}</p>
        <div className={styles.tests} aria-hidden="true">
          {Array.from({ length: total }, (_, index) => (
            <span
              key={index}
              data-state={index < passed ? 'passed' : index === passed ? 'failed' : undefined}
            />
          ))}
        </div>
      </div>
      <dl className={styles.values}>
        <div>
          <dt>{t('specimenInput')}</dt>
          <dd>2 3</dd>
        </div>
        <div>
          <dt>{t('specimenExpected')}</dt>
          <dd>5</dd>
        </div>
        <div>
          <dt>{t('specimenActual')}</dt>
          <dd>
            <mark>23</mark>
          </dd>
        </div>
      </dl>
      <p className={styles.meaning}>{t('specimenMeaning')}</p>
    </figure>
  );
}
