import { useMessages } from '@/lib/i18n/messages';
import { without } from '../api/changes';
import { useGroupTitle } from '../use-group-title';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import styles from './part.module.css';

interface GroupSettingsProps {
  readonly folder: string;
  /** All folders of tests. */
  readonly groups: readonly string[];
}

/** What a subtask is worth, and which one has to be passed before it. */
export function GroupSettings({ folder, groups }: GroupSettingsProps) {
  const t = useMessages(writingMessages);
  const groupTitle = useGroupTitle();
  const { draft, editing } = useEditing();
  const group = draft.settings.groups?.[folder] ?? {};
  const required = group.require_pass?.[0] ?? '';
  const offered = groups.filter((other) => other < folder);
  if (required !== '' && !offered.includes(required)) offered.push(required);
  return (
    <>
      <label className={styles.small}>
        {t('groupPoints')}
        <input
          type="number"
          min={0}
          aria-label={t('groupPointsOf', { group: groupTitle(folder) })}
          value={group.points ?? ''}
          onChange={({ target }) => {
            const points = target.valueAsNumber;
            editing.change({
              groups: {
                [folder]: Number.isNaN(points) ? without(group, 'points') : { ...group, points },
              },
            });
          }}
        />
      </label>
      <label className={styles.small}>
        {t('requires')}
        <select
          aria-label={t('requiresOf', { group: groupTitle(folder) })}
          value={required}
          onChange={({ target }) => {
            editing.change({
              groups: {
                [folder]:
                  target.value === ''
                    ? without(group, 'require_pass')
                    : { ...group, require_pass: [target.value] },
              },
            });
          }}
        >
          <option value="">{t('requiresNone')}</option>
          {offered.map((other) => (
            <option key={other} value={other}>
              {groupTitle(other)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
