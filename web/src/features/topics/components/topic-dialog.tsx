import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { useFaults } from '@/components/faults/use-faults';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useLabel, type Topic } from '../api/topics';
import { messages } from '../messages';

interface TopicDialogProps {
  readonly topic: Topic;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The names of one topic. Those in other languages than these two stay as they are. */
export function TopicDialog({ topic, onSaved, onClose }: TopicDialogProps) {
  const t = useMessages(messages);
  const label = useLabel();
  const [labels, setLabels] = useState(topic.labels);
  const faults = useFaults(label.error, ['labels']);
  const save = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { kind, name } = topic;
    const filled = Object.entries(labels).filter(([, text]) => text.trim() !== '');
    label.mutate({ kind, name, labels: Object.fromEntries(filled) }, { onSuccess: onSaved });
  };
  return (
    <Dialog title={t('dialogTitle', { name: topic.name })} onClose={onClose}>
      <p>{t('empty')}</p>
      <Form noValidate error={label.error} faulty={faults.summary} onSubmit={save}>
        {(['vi', 'en'] as const).map((locale) => (
          <TextField
            key={locale}
            label={t(locale === 'vi' ? 'vietnamese' : 'english')}
            lang={locale}
            value={labels[locale] ?? ''}
            maxLength={100}
            autoComplete="off"
            error={faults.of('labels')}
            onChange={({ target }) => setLabels({ ...labels, [locale]: target.value })}
          />
        ))}
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={label.isPending}>
            {t('save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
