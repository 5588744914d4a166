import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../result-messages';

/**
 * What the usual checker says, in the reader's language. It writes English sentences of four forms; the words of an
 * exercise's own checker stay as its author wrote them.
 */
export function useCheckerMessage(): (message: string) => string {
  const t = useMessages(messages);
  return (message) => {
    const spacing = /^Line (\d+): the white space differs\.$/.exec(message);
    if (spacing?.[1]) return t('spacingDiffers', { line: spacing[1] });
    const values = /^Line (\d+): expected (.+), found (.+)\.$/s.exec(message);
    if (!values) return message;
    const [, line = '', expected = '', found = ''] = values;
    if (expected === 'the end') return t('tooMuch', { line, found });
    if (found === 'the end') return t('tooLittle', { line, expected });
    return t('otherFound', { line, expected, found });
  };
}
