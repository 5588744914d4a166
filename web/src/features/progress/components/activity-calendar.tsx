import { formatDay } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { weeks, type Activity } from '../api/activity';
import { todayIn, weeksUpTo, type Day } from '../calendar';
import { homeMessages } from '../home-messages';
import styles from './activity-calendar.module.css';

/** So many accepted submissions of a day are as good as more. */
const full = 4;

/** The days of half a year: gold for what was accepted, stone for what was only tried. */
export function ActivityCalendar({ activity }: { readonly activity: Activity }) {
  const t = useMessages(homeMessages);
  const locale = useLocale();
  const shown = weeksUpTo(todayIn(activity.time_zone), weeks, activity.days);
  const days = activity.days.filter(({ date }) => date >= (shown[0]?.[0]?.date ?? ''));
  const words = (day: Day) =>
    t('dayFigures', {
      day: formatDay(day.date, locale),
      submissions: day.submissions,
      accepted: day.accepted,
    });
  return (
    <figure className={styles.calendar}>
      <figcaption>{t('calendar', { count: days.length })}</figcaption>
      <div className={styles.weeks} aria-hidden="true">
        {shown.map((week) => (
          <div key={week[0]?.date} className={styles.week}>
            {week.map((day) => (
              <span
                key={day.date}
                className={styles.day}
                data-level={level(day)}
                title={words(day)}
              />
            ))}
          </div>
        ))}
      </div>
      {days.length > 0 && (
        <details className={styles.list}>
          <summary>{t('asList')}</summary>
          <ul>
            {[...days].reverse().map((day) => (
              <li key={day.date}>{words(day)}</li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

function level({ submissions, accepted }: Day): string {
  if (accepted > 0) return String(Math.min(accepted, full));
  return submissions > 0 ? 'tried' : 'none';
}
