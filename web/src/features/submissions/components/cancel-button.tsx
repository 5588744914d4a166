import { ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import { useCancel } from '../api/submissions';
import { messages } from '../result-messages';

interface CancelButtonProps {
  readonly kind: 'submissions' | 'runs';
  readonly id: number | string;
}

/** Takes back what is still waiting or being judged. */
export function CancelButton({ kind, id }: CancelButtonProps) {
  const t = useMessages(messages);
  const cancel = useCancel(kind, id);
  return (
    <div>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <Button size="small" icon="cross" pending={cancel.isPending} onClick={() => cancel.mutate()}>
        {t(kind === 'runs' ? 'cancelRun' : 'cancelSubmission')}
      </Button>
    </div>
  );
}
