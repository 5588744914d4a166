import { useMessages } from '@/lib/i18n/messages';
import { writingMessages } from './writing-messages';

/** What a folder of tests is called. */
export function useGroupTitle() {
  const t = useMessages(writingMessages);
  return (folder: string): string => {
    if (folder === 'sample') return t('samples');
    if (folder === 'secret') return t('hidden');
    const name = folder.replace(/^secret\//, '');
    return t('subtask', { name: /^(?:subtask|group)_?(\d+)$/.exec(name)?.[1] ?? name });
  };
}
