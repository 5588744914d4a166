import { EditorState } from '@codemirror/state';
import { ensureSyntaxTree } from '@codemirror/language';
import { expect, test } from 'vitest';
import { languageName } from '@/lib/languages';
import { languageSupport } from './language-support';

const programs = {
  bash: 'echo "hi"',
  c: 'int main(void) { return 0; }',
  cpp: 'int main() { return 0; }',
  csharp: 'class Program { }',
  go: 'package main',
  haskell: 'main = putStrLn "hi"',
  java: 'class Main { }',
  javascript: 'const one = 1;',
  kotlin: 'fun main() { }',
  lua: 'local one = 1',
  ocaml: 'let one = 1',
  pascal: 'begin end.',
  perl: 'my $one = 1;',
  php: '<?php echo 1;',
  pypy3: 'print(1)',
  python3: 'print(1)',
  r: 'one <- function() 1',
  ruby: 'def one; end',
  rust: 'fn main() { }',
  typescript: 'const one: number = 1;',
};

test.each(Object.entries(programs))('%s has a name and colours', async (language, doc) => {
  expect(languageName(language)).not.toBe(language);
  const support = await languageSupport(language);
  const state = EditorState.create({ doc, extensions: support ?? [] });
  const tree = ensureSyntaxTree(state, doc.length, 5_000);
  expect(tree?.topNode.firstChild).toBeTruthy();
});

test.each(['klingon', 'constructor'])(
  'an unknown language, %s, is plain text',
  async (language) => {
    expect(languageName(language)).toBe(language);
    expect(await languageSupport(language)).toBeNull();
  },
);
