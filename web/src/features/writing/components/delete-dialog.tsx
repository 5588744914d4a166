import { ConfirmDialog } from '@/components/dialog';
import { useMessages } from '@/lib/i18n/messages';
import { writingMessages } from '../writing-messages';

interface DeleteDialogProps {
  readonly name: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function DeleteDialog({ name, onConfirm, onCancel }: DeleteDialogProps) {
  const t = useMessages(writingMessages);
  return (
    <ConfirmDialog
      title={t('deleteTitle', { name })}
      question={t('deleteText')}
      confirm={t('delete')}
      cancel={t('cancel')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}
