import { useEffect, useState } from 'react';
import { useMessages } from '@/lib/i18n/messages';
import { announce } from './announcer';
import { Button } from './button';
import { messages } from './messages';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see what stands beside the button. */
  readonly name: string;
}

export function CopyButton({ text, name }: CopyButtonProps) {
  const t = useMessages(messages);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(null), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const done = (await copyText(text)) ? 'copied' : 'copyFailed';
    setOutcome(done);
    announce(t(done));
  };

  return (
    <Button
      variant="quiet"
      size="small"
      icon={outcome === 'copied' ? 'check' : 'copy'}
      aria-label={t('copyNamed', { name })}
      onClick={() => void copy()}
    >
      {t(outcome ?? 'copy')}
    </Button>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The clipboard API is missing where the page is served over plain HTTP. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  try {
    // Deprecated, and the only way without a secure context.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
