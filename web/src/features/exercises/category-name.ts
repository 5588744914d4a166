import { useMessages } from '@/lib/i18n/messages';
import { categoryMessages } from './messages';

/** A category in the reader's language; one that an author made up reads as its slug, "two-pointers" as "Two pointers". */
export function useCategoryName(): (slug: string) => string {
  const t = useMessages(categoryMessages);
  return (slug) => (isKnown(slug) ? t(slug) : spell(slug));
}

function isKnown(slug: string): slug is keyof typeof categoryMessages.en {
  return Object.hasOwn(categoryMessages.en, slug);
}

function spell(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
