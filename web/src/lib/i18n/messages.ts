import { currentLocale, useLocale, type Locale } from './locale';

/** A text with `{name}` places, or one text per plural form (chosen by the number `count`). */
export type Message = string | { readonly one: string; readonly other: string };

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type TextOf<M> = M extends { readonly one: infer One; readonly other: infer Other }
  ? One | Other
  : M;
type ParameterName<M> = Placeholder<TextOf<M>> | (M extends string ? never : 'count');
type Parameters<M> = [ParameterName<M>] extends [never]
  ? []
  : [parameters: Record<ParameterName<M>, string | number>];

export interface Catalogue<M extends Record<string, Message>> {
  readonly en: M;
  readonly vi: Record<keyof M, Message>;
}

export type Translate<M extends Record<string, Message>> = <K extends keyof M & string>(
  key: K,
  ...parameters: Parameters<M[K]>
) => string;

/**
 * The texts of one feature in every language. English defines the keys and places; a missing translation does not
 * compile, and `catalogues.dom.test.ts` holds that both languages use the same places.
 */
export function defineMessages<const M extends Record<string, Message>>(
  en: M,
  vi: Record<keyof M, Message>,
): Catalogue<M> {
  return { en, vi };
}

export function translator<M extends Record<string, Message>>(
  catalogue: Catalogue<M>,
  locale: Locale = currentLocale.value,
): Translate<M> {
  const messages: Record<string, Message | undefined> = catalogue[locale];
  return (key, ...[parameters]) => {
    const message = messages[key] ?? catalogue.en[key] ?? key;
    return fill(message, parameters ?? {}, locale);
  };
}

export function useMessages<M extends Record<string, Message>>(
  catalogue: Catalogue<M>,
): Translate<M> {
  return translator(catalogue, useLocale());
}

function fill(
  message: Message,
  parameters: Partial<Record<string, string | number>>,
  locale: Locale,
): string {
  const text = typeof message === 'string' ? message : plural(message, parameters.count, locale);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

function plural(
  forms: { readonly one: string; readonly other: string },
  count: string | number | undefined,
  locale: Locale,
): string {
  return new Intl.PluralRules(locale).select(Number(count)) === 'one' ? forms.one : forms.other;
}
