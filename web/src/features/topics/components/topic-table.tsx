import { Button } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import type { Topic } from '../api/topics';
import { messages } from '../messages';

interface TopicTableProps {
  readonly topics: readonly Topic[];
  readonly onChange: (topic: Topic) => void;
}

export function TopicTable({ topics, onChange }: TopicTableProps) {
  const t = useMessages(messages);
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('vietnamese')}</th>
          <th scope="col">{t('english')}</th>
          <th scope="col" className="number">
            {t('exercises')}
          </th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={`${topic.kind} ${topic.name}`}>
            <th scope="row">{topic.name}</th>
            <td data-label={t('kind')}>{t(topic.kind)}</td>
            <td data-label={t('vietnamese')} lang="vi">
              {topic.labels.vi ?? '–'}
            </td>
            <td data-label={t('english')} lang="en">
              {topic.labels.en ?? '–'}
            </td>
            <td data-label={t('exercises')} className="number">
              {topic.exercises}
            </td>
            <td>
              <Button
                size="small"
                aria-label={t('changeNamed', { name: topic.name })}
                onClick={() => onChange(topic)}
              >
                {t('change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
