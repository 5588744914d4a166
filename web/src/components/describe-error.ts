import { ApiProblem, ConnectionLost } from '@/lib/api/problem';
import { translator } from '@/lib/i18n/messages';
import type { Locale } from '@/lib/i18n/locale';
import { problemMessages } from './problem-messages';

/** What to tell a user about a failure, in their language. */
export function describeError(error: unknown, locale: Locale): string {
  const t = translator(problemMessages, locale);
  if (error instanceof ConnectionLost) return t('connection_lost');
  if (!(error instanceof ApiProblem)) return t('unexpected');
  if (error.code === 'rate_limited' && error.retryAfter !== undefined) {
    return t('rate_limited_for', { count: error.retryAfter });
  }
  if (isKnown(error.code)) return t(error.code);
  return error.detail ?? t('internal');
}

/** The words for the stable code of a problem; undefined for an unknown one. */
export function describeCode(code: string, locale: Locale): string | undefined {
  return isKnown(code) ? translator(problemMessages, locale)(code) : undefined;
}

/** The codes whose message has no places to fill. */
type PlainCode = Exclude<keyof typeof problemMessages.en, 'rate_limited_for'>;

function isKnown(code: string): code is PlainCode {
  return code !== 'rate_limited_for' && Object.hasOwn(problemMessages.en, code);
}
