import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../result-messages';

/** Names a group of tests for people: on the wire it is the package's folder, such as `secret/subtask1`. */
export function useGroupName(): (folder: string) => string {
  const t = useMessages(messages);
  return (folder) => {
    const name = folder.replace(/^secret(\/|$)/, '');
    const number = /^subtask[-_]?0*(\d+)$/i.exec(name)?.[1];
    if (number !== undefined) return t('subtask', { number });
    return name && t('group', { name: name.replace(/^group[-_]?(?=.)/i, '') });
  };
}
