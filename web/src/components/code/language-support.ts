import {
  StreamLanguage,
  type Language,
  type LanguageSupport,
  type StreamParser,
} from '@codemirror/language';

export type Grammar = Language | LanguageSupport;
type Load = () => Promise<Grammar>;

/** Each grammar is a file of its own, fetched when the language is first chosen. */
const grammars: Partial<Record<string, Load>> = {
  bash: simple(async () => (await import('@codemirror/legacy-modes/mode/shell')).shell),
  c: cpp,
  cpp,
  cpp17: cpp,
  cpp23: cpp,
  csharp: simple(async () => (await import('@codemirror/legacy-modes/mode/clike')).csharp),
  go: async () => (await import('@codemirror/lang-go')).go(),
  haskell: simple(async () => (await import('@codemirror/legacy-modes/mode/haskell')).haskell),
  java: async () => (await import('@codemirror/lang-java')).java(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript(),
  kotlin: simple(async () => (await import('@codemirror/legacy-modes/mode/clike')).kotlin),
  lua: simple(async () => (await import('@codemirror/legacy-modes/mode/lua')).lua),
  ocaml: simple(async () => (await import('@codemirror/legacy-modes/mode/mllike')).oCaml),
  pascal: simple(async () => (await import('@codemirror/legacy-modes/mode/pascal')).pascal),
  perl: simple(async () => (await import('@codemirror/legacy-modes/mode/perl')).perl),
  php: async () => (await import('@codemirror/lang-php')).php(),
  pypy3: python,
  python3: python,
  r: simple(async () => (await import('@codemirror/legacy-modes/mode/r')).r),
  ruby: simple(async () => (await import('@codemirror/legacy-modes/mode/ruby')).ruby),
  rust: async () => (await import('@codemirror/lang-rust')).rust(),
  typescript: async () =>
    (await import('@codemirror/lang-javascript')).javascript({ typescript: true }),
};

async function python(): Promise<Grammar> {
  return (await import('@codemirror/lang-python')).python();
}

async function cpp(): Promise<Grammar> {
  return (await import('@codemirror/lang-cpp')).cpp();
}

/** Languages that CodeMirror 6 has no full grammar for are coloured by the line-wise modes of CodeMirror 5. */
function simple(load: () => Promise<StreamParser<unknown>>): Load {
  return async () => StreamLanguage.define(await load());
}

/** Null for a language without a grammar here, and if it cannot be fetched: colours are not worth an error. */
export async function languageSupport(language: string): Promise<Grammar | null> {
  const load = Object.hasOwn(grammars, language) ? grammars[language] : undefined;
  try {
    return (await load?.()) ?? null;
  } catch {
    return null;
  }
}
