import { describe, expect, it } from 'vitest';
import { compilerMarks } from './compiler-marks';

const outputs: readonly (readonly [string, string, number, number | null, string])[] = [
  [
    'C++',
    'main.cpp: In function ‘int main()’:\nmain.cpp:3:5: error: ‘x’ was not declared',
    3,
    5,
    'error: ‘x’ was not declared',
  ],
  [
    'Java',
    "Main.java:4: error: ';' expected\n    int x = 1\n             ^",
    4,
    null,
    "error: ';' expected",
  ],
  [
    'Python',
    '  File "main.py", line 2\n    print(\n         ^\nSyntaxError: \'(\' was never closed',
    2,
    null,
    "SyntaxError: '(' was never closed",
  ],
  [
    'Rust',
    'error[E0425]: cannot find value `x` in this scope\n --> main.rs:2:20\n  |',
    2,
    20,
    'error[E0425]: cannot find value `x` in this scope',
  ],
  ['Go', '# command-line-arguments\n./main.go:5:2: undefined: x', 5, 2, 'undefined: x'],
  [
    'JavaScript',
    "/box/main.js:3\nlet = ;\n    ^\n\nSyntaxError: Unexpected token ';'",
    3,
    null,
    "SyntaxError: Unexpected token ';'",
  ],
  [
    'C#',
    "main.cs(3,9): error CS0103: The name `x' does not exist",
    3,
    9,
    "error CS0103: The name `x' does not exist",
  ],
  [
    'TypeScript',
    'main.ts(1,7): error TS2322: Type mismatch.',
    1,
    7,
    'error TS2322: Type mismatch.',
  ],
  [
    'Pascal',
    'main.pas(2,9) Fatal: Syntax error, ";" expected',
    2,
    9,
    'Fatal: Syntax error, ";" expected',
  ],
  [
    'OCaml',
    'File "main.ml", line 3, characters 8-9:\n3 | let x = y\nError: Unbound value y',
    3,
    9,
    'Error: Unbound value y',
  ],
  ['Haskell', 'Main.hs:2:8: error:\n    Variable not in scope: x', 2, 8, 'error:'],
  [
    'Kotlin',
    'main.kt:2:13: error: unresolved reference: x',
    2,
    13,
    'error: unresolved reference: x',
  ],
  [
    'PHP',
    'PHP Parse error:  syntax error, unexpected end of file in main.php on line 7',
    7,
    null,
    'PHP Parse error:  syntax error, unexpected end of file in main.php on line 7',
  ],
  [
    'Perl',
    'syntax error at main.pl line 3, near "x y"',
    3,
    null,
    'syntax error at main.pl line 3, near "x y"',
  ],
  [
    'Bash',
    'main.sh: line 4: syntax error: unexpected end of file',
    4,
    null,
    'syntax error: unexpected end of file',
  ],
  [
    'Ruby',
    'main.rb:3: syntax error, unexpected end-of-input',
    3,
    null,
    'syntax error, unexpected end-of-input',
  ],
];

describe('marks of a compiler', () => {
  it.each(outputs)('are found in what %s writes', (_, output, line, column, message) => {
    expect(compilerMarks(output)[0]).toEqual({ line, column, message, severity: 'error' });
  });

  it('tell warnings from errors and are one for each line', () => {
    const output = 'main.c:2:3: warning: unused\nmain.c:2:9: error: one\nmain.c:2:12: error: two';
    expect(compilerMarks(output).map(({ severity, column }) => [severity, column])).toEqual([
      ['warning', 3],
      ['error', 9],
    ]);
  });

  it('are those of the learner’s file where another one calls it', () => {
    const output = 'main.cpp:70:3: error: no match\nsolution.hpp:2:1: error: bad type';
    expect(compilerMarks(output).map(({ line }) => line)).toEqual([2]);
  });

  it('are none where no line is named, and bounded in number', () => {
    expect(compilerMarks('The compiler exceeded its time limit.')).toEqual([]);
    const many = Array.from({ length: 999 }, (_, at) => `main.c:${at + 1}:1: error: x`).join('\n');
    expect(compilerMarks(many)).toHaveLength(50);
  });

  it('leaves out notes, which explain an error elsewhere', () => {
    const output =
      'main.cpp:5:5: error: redefinition of ‘int main()’\nmain.cpp:2:5: note: ‘int main()’ previously defined here';
    expect(compilerMarks(output).map(({ line }) => line)).toEqual([5]);
  });
});
