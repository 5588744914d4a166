import type { Extension } from '@codemirror/state';

/** Each grammar is its own small file, fetched when the language is first chosen. */
const grammars: Partial<Record<string, () => Promise<Extension>>> = {
  python3: python,
  pypy3: python,
  cpp,
  c: cpp,
  java: async () => (await import('@codemirror/lang-java')).java(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript(),
  typescript: async () =>
    (await import('@codemirror/lang-javascript')).javascript({ typescript: true }),
};

async function python(): Promise<Extension> {
  return (await import('@codemirror/lang-python')).python();
}

async function cpp(): Promise<Extension> {
  return (await import('@codemirror/lang-cpp')).cpp();
}

/** Null for a language without a grammar here, and if it cannot be fetched: colours are not worth an error. */
export async function languageSupport(language: string): Promise<Extension | null> {
  try {
    return (await grammars[language]?.()) ?? null;
  } catch {
    return null;
  }
}
