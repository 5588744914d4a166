import { StreamLanguage, type Language, type StreamParser } from '@codemirror/language';

type Load = () => Promise<Language>;

/**
 * Each grammar is a file of its own, fetched when the language is first chosen. Only the grammars: the packages' support
 * of a language adds completion, which this editor does not have and everybody would fetch.
 */
const grammars: Partial<Record<string, Load>> = {
  bash: simple(async () => (await import('@codemirror/legacy-modes/mode/shell')).shell),
  c: cpp,
  cpp,
  cpp17: cpp,
  cpp23: cpp,
  csharp: simple(async () => (await import('@codemirror/legacy-modes/mode/clike')).csharp),
  go: async () => (await import('@codemirror/lang-go')).goLanguage,
  haskell: simple(async () => (await import('@codemirror/legacy-modes/mode/haskell')).haskell),
  java: async () => (await import('@codemirror/lang-java')).javaLanguage,
  javascript: async () => (await import('@codemirror/lang-javascript')).javascriptLanguage,
  kotlin: simple(async () => (await import('@codemirror/legacy-modes/mode/clike')).kotlin),
  lua: simple(async () => (await import('@codemirror/legacy-modes/mode/lua')).lua),
  ocaml: simple(async () => (await import('@codemirror/legacy-modes/mode/mllike')).oCaml),
  pascal: simple(async () => (await import('@codemirror/legacy-modes/mode/pascal')).pascal),
  perl: simple(async () => (await import('@codemirror/legacy-modes/mode/perl')).perl),
  php: async () => (await import('@codemirror/lang-php')).phpLanguage,
  pypy3: python,
  python3: python,
  r: simple(async () => (await import('@codemirror/legacy-modes/mode/r')).r),
  ruby: simple(async () => (await import('@codemirror/legacy-modes/mode/ruby')).ruby),
  rust: async () => (await import('@codemirror/lang-rust')).rustLanguage,
  typescript: async () => (await import('@codemirror/lang-javascript')).typescriptLanguage,
};

async function python(): Promise<Language> {
  return (await import('@codemirror/lang-python')).pythonLanguage;
}

async function cpp(): Promise<Language> {
  return (await import('@codemirror/lang-cpp')).cppLanguage;
}

/** Languages that CodeMirror 6 has no full grammar for are coloured by the line-wise modes of CodeMirror 5. */
function simple(load: () => Promise<StreamParser<unknown>>): Load {
  return async () => StreamLanguage.define(await load());
}

/** Null for a language without a grammar here, and if it cannot be fetched: colours are not worth an error. */
export async function languageSupport(language: string): Promise<Language | null> {
  const load = Object.hasOwn(grammars, language) ? grammars[language] : undefined;
  try {
    return (await load?.()) ?? null;
  } catch {
    return null;
  }
}
