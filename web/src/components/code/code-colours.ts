import { tags, type Tag } from '@lezer/highlight';

/** A part of a program that has a colour of its own: `--code-PART` among the page's custom properties. */
export type CodePart = 'keyword' | 'string' | 'number' | 'comment' | 'function' | 'type';

/** Which parts of a program have which colour, in the editor and where code is only shown. */
export const codeColours: readonly {
  readonly tag: Tag | readonly Tag[];
  readonly part: CodePart;
}[] = [
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], part: 'keyword' },
  { tag: [tags.string, tags.character, tags.regexp], part: 'string' },
  { tag: [tags.number, tags.bool, tags.null], part: 'number' },
  { tag: tags.comment, part: 'comment' },
  { tag: tags.function(tags.variableName), part: 'function' },
  { tag: tags.function(tags.definition(tags.variableName)), part: 'function' },
  { tag: [tags.typeName, tags.className, tags.namespace], part: 'type' },
  { tag: [tags.processingInstruction, tags.meta], part: 'keyword' },
];
