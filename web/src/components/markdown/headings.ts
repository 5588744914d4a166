import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Puts a text's headings below the h1 of its page, without gaps, whatever level its author begins with and skips: who
 * listens to a page moves by them.
 */
export function headings() {
  return (tree: Root): void => {
    const above: number[] = [];
    visit(tree, 'heading', (heading) => {
      while ((above.at(-1) ?? 0) >= heading.depth) above.pop();
      above.push(heading.depth);
      heading.depth = level(above.length + 1);
    });
  };
}

function level(depth: number) {
  return Math.min(depth, 6) as 2 | 3 | 4 | 5 | 6;
}
