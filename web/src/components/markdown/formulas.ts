import { mathFromMarkdown, type InlineMath } from 'mdast-util-math';
import type { Handle } from 'mdast-util-from-markdown';
import { math } from 'micromark-extension-math';
import type { Construct, Extension } from 'micromark-util-types';
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';

const fromMarkdown = mathFromMarkdown();

/**
 * Mathematics between dollars, as authors write it: `$…$` in the text and `$$…$$` displayed, the latter also in one
 * line, in the midst of a paragraph and over several lines. (The usual extension takes a line that begins with `$$` for
 * a fence, what follows it for the fence's label, and all text up to the next such line for the formula.) The formulas
 * become code elements of the classes math-inline and math-display.
 */
export function formulas(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax());
  (data.fromMarkdownExtensions ??= []).push({
    ...fromMarkdown,
    enter: { mathText: enterFormula },
  });
  const { parser } = this;
  if (!parser) throw new Error('Formulas need a parser before them.');
  this.parser = (text, file) => parser(displaysInOneLine(text, codeIn(parser(text, file))), file);
}

function syntax(): Extension {
  const construct = math().text?.[dollar] as Construct;
  return { text: { [dollar]: { ...construct, tokenize: unlessMoney(construct.tokenize) } } };
}

const dollar = 36;

/** As in Pandoc "$5 and $6" is money: a formula has space at both of its ends or at none, and no digit follows it. */
function unlessMoney(tokenize: Construct['tokenize']): Construct['tokenize'] {
  return function (effects, ok, nok) {
    return tokenize.call(
      this,
      effects,
      (code) => {
        const formula = this.events.at(-1)?.[1];
        const source = formula ? this.sliceSerialize(formula) : '';
        const digitFollows = code !== null && code >= 48 && code <= 57;
        const lopsided = /^\$\s/.test(source) !== /\s\$$/.test(source);
        return !source.startsWith('$$') && (digitFollows || lopsided) ? nok(code) : ok(code);
      },
      nok,
    );
  };
}

const enterFormula: Handle = function (token) {
  fromMarkdown.enter?.mathText?.call(this, token);
  // Above the formula lies the buffer of its text.
  const formula = this.stack.at(-2) as InlineMath;
  const place = this.sliceSerialize(token).startsWith('$$') ? 'math-display' : 'math-inline';
  formula.data = { ...formula.data, hProperties: { className: ['language-math', place] } };
};

type Range = readonly [start: number, end: number];

function codeIn(tree: Parameters<typeof visit>[0]): Range[] {
  const ranges: Range[] = [];
  visit(tree, ['code', 'inlineCode'], ({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start !== undefined && end !== undefined) ranges.push([start, end]);
  });
  return ranges;
}

// A blank line ends a formula, as in TeX.
const display = /(?<![\\$])\$\$(?!\$)(?:(?!\n[ \t>]*\r?\n)(?:[^$\\\0]|\\.?|\$(?!\$)))*?\$\$(?!\$)/g;

/** A line of a formula such as "+ b" would begin a list, so a formula gets a single line before Markdown is read. */
function displaysInOneLine(text: string, code: readonly Range[]): string {
  let masked = text;
  for (const [start, end] of code) {
    masked = masked.slice(0, start) + '\0'.repeat(end - start) + masked.slice(end);
  }
  let result = '';
  let done = 0;
  for (const { 0: formula, index } of masked.matchAll(display)) {
    const quoted = /^[ \t]*>/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
    result += text.slice(done, index) + inOneLine(formula, quoted);
    done = index + formula.length;
  }
  return result + text.slice(done);
}

function inOneLine(formula: string, quoted: boolean): string {
  const [first = '', ...more] = formula.split(/\r?\n/);
  if (more.length === 0) return formula;
  const rest = more.map((line) => line.replace(quoted ? /^[ \t>]*/ : /^[ \t]*/, ''));
  // TeX's comments end with their line.
  return [first, ...rest].map((line) => line.replace(/(?<!\\)%.*$/, '')).join(' ');
}
