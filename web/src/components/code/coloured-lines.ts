import { highlightCode, tagHighlighter } from '@lezer/highlight';
import { codeColours } from './code-colours';
import { languageSupport } from './language-support';
import { withoutEmptyEnd, type Line } from './lines';

const highlighter = tagHighlighter(codeColours.map(({ tag, part }) => ({ tag, class: part })));

/** The lines of a program with the colours of its language; null for a language without a grammar here. */
export async function colouredLines(text: string, language: string): Promise<Line[] | null> {
  const grammar = await languageSupport(language);
  if (!grammar) return null;
  const normal = text.replace(/\r\n?/g, '\n');
  const lines: Line[] = [[]];
  highlightCode(
    normal,
    grammar.parser.parse(normal),
    highlighter,
    (piece, part) => lines[lines.length - 1]?.push({ text: piece, part: part || null }),
    () => lines.push([]),
  );
  return withoutEmptyEnd(lines);
}
