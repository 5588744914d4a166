import { render } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadKatex } from './formula';
import { needsMore } from './needs-more';
import RenderedMarkdown from './rendered-markdown';
import { tablesAndMore } from './tables-and-more';

const starters = import.meta.glob<string>('../../../../exercises/starter/*/statement/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

beforeAll(loadKatex);

function show(text: string, more = needsMore(text)): HTMLElement {
  const { container } = render(
    <RenderedMarkdown text={text} base="/files/" more={more ? tablesAndMore : undefined} />,
  );
  return container;
}

/** The sources of the formulas, as KaTeX leaves them for those who copy. */
function texOf(page: HTMLElement, where = ''): string[] {
  const sources = page.querySelectorAll(`${where} annotation[encoding="application/x-tex"]`);
  return [...sources].map((source) => source.textContent);
}

/** What a reader sees; KaTeX's MathML with the sources is for others. */
function visible(page: HTMLElement): string {
  const copy = page.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('.katex-mathml').forEach((hidden) => hidden.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

const displays = (text: string) => texOf(show(text), '.katex-display');
const levels = (text: string) =>
  [...show(text).querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => tagName);

describe('A link', () => {
  test('keeps its title', () => {
    const link = show('[rules](rules.txt "The rules")').querySelector('a');
    expect(link).toHaveAttribute('title', 'The rules');
    expect(link).toHaveAttribute('href', '/files/rules.txt');
    expect(link).not.toHaveAttribute('node');
  });

  test('to a footnote and back keeps its names', () => {
    const page = show('Once[^1].\n\n[^1]: Only once.');
    const [there, back] = page.querySelectorAll('a');
    expect(there).toHaveAttribute('aria-describedby', 'footnote-label');
    expect(there?.id).not.toBe('');
    expect(back).toHaveAttribute('aria-label', 'Back to reference 1');
  });
});

test('a statement is there before what draws its formulas', async () => {
  vi.resetModules();
  const { default: Fresh } = await import('./rendered-markdown');
  const page = render(<Fresh text={'Read $n$ numbers.'} base="/files/" />).container;
  expect(page).toHaveTextContent('Read n numbers.');
  expect(texOf(page)).toEqual([]);
  await vi.waitFor(() => expect(texOf(page)).toEqual(['n']));
});

test('finds the starter exercises', () => {
  expect(Object.keys(starters).length).toBeGreaterThan(40);
});

test.each(Object.entries(starters))('%s is readable', (_, text) => {
  const page = show(text);
  expect(page.querySelectorAll('.katex-error')).toHaveLength(0);
  expect(visible(page)).not.toMatch(/\$\$|undefined|\\[a-z]/);
  expect(page.querySelectorAll('h2').length).toBe(text.match(/^## /gm)?.length ?? 0);
  expect(texOf(page).length).toBeGreaterThan(0);
});

describe("GitHub's additions", () => {
  test.each([
    ['| a |\n| - |\n| 1 |', 'table'],
    ['a\n:-\n1', 'table'],
    ['a\n-:\n1', 'table'],
    ['~~wrong~~', 'del'],
    ['Once[^1].\n\n[^1]: Only once.', 'section'],
    ['- [ ] to do', 'input'],
    ['- [X] done', 'input'],
    ['Look at www.example.org', 'a'],
    ['Look at HTTP://example.org', 'a'],
    ['Write to anh@example.org', 'a'],
  ])('are read in %j', (text, element) => {
    expect(show(text).querySelector(element)).not.toBeNull();
  });

  const others = Object.entries(starters).filter(([, text]) => !needsMore(text));

  test('are not fetched for most statements', () => {
    expect(others.length).toBeGreaterThan(Object.keys(starters).length / 2);
  });

  test.each(others)('make no difference to %s', (_, text) => {
    expect(show(text, false).innerHTML).toBe(show(text, true).innerHTML);
  });
});

describe('A displayed formula', () => {
  test.each([
    ['on a line', 'The mean is\n\n$$\\mu = 1$$\n\n## Input', ['\\mu = 1']],
    ['with space inside', '$$ \\mu = 1 $$', ['\\mu = 1']],
    ['between fences', '$$\n\\mu = 1\n$$\n\n## Input', ['\\mu = 1']],
    ['right below a text', 'The mean is\n$$\\mu = 1$$\nin short.', ['\\mu = 1']],
    ['in the midst of a text', 'The mean $$\\mu = 1$$ is one.', ['\\mu = 1']],
    ['twice in a line', '$$a$$ and $$b$$', ['a', 'b']],
    ['over lines that it begins and ends', '$$a\n= b\n+ c$$\n\n## Input', ['a = b + c']],
    ['over lines within a text', 'So $$a\n- b$$ is left.', ['a - b']],
    ['ending where a text goes on', '$$\na = b$$, so\n\n## Input', ['a = b']],
    ['in a list', '1. First\n   $$\n   a\n   + b\n   $$\n2. Second', ['a + b']],
    ['in a quotation', '> $$\n> a\n> + b\n> $$', ['a + b']],
    ['with a comment', '$$\na % 50\\% more\n+ b\\%\n$$', ['a + b\\%']],
    ['with Windows line ends', '$$\r\na\r\n+ b\r\n$$\r\n', ['a + b']],
    ['with dollars', '$$\n5\\text{\\$} + x\n$$', ['5\\text{\\$} + x']],
  ])('%s', (_, text, formulas) => {
    const squeezed = displays(text).map((tex) => tex.replace(/\s+/g, ' ').trim());
    expect(squeezed).toEqual(formulas);
    const page = show(text);
    expect(visible(page)).not.toContain('$$');
    expect(page.querySelectorAll('h2').length).toBe(text.includes('## Input') ? 1 : 0);
    expect(page.querySelectorAll('.katex-error')).toHaveLength(0);
  });

  test('is also a code block of the language math', () => {
    expect(displays('```math\na + b\n```')).toEqual(['a + b\n']);
  });

  test('that never ends stays text and spares what follows', () => {
    const page = show('$$a\n\n## Input\n\n$n$ lines');
    expect(visible(page)).toMatch(/^\$\$a\s*Input/);
    expect(page.querySelector('h2')).toHaveTextContent('Input');
    expect(texOf(page)).toEqual(['n']);
  });
});

describe('Code keeps its dollars', () => {
  test.each([
    ['in a text', 'The process `$$` and `$$x$$`.', ['$$', '$$x$$']],
    ['in a block', '```\necho $$\n$$x\n+ y$$\n```', ['echo $$\n$$x\n+ y$$\n']],
    ['in an indented block', 'Run\n\n    echo $$\n    + $$', ['echo $$\n+ $$\n']],
    ['beside a formula', 'Is `$$` a\n+ `$$`?', ['$$', '$$']],
  ])('%s', (_, text, code) => {
    const page = show(text);
    expect([...page.querySelectorAll('code')].map((element) => element.textContent)).toEqual(code);
    expect(texOf(page)).toEqual([]);
  });

  test('and the formulas around it stay formulas', () => {
    const page = show('`$$` then\n\n$$a\n+ b$$\n\n```\n$$\n```\n\n$$c$$');
    expect(texOf(page, '.katex-display')).toEqual(['a + b', 'c']);
    expect([...page.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual([
      '$$',
      '$$\n',
    ]);
  });
});

describe('A formula that KaTeX refuses', () => {
  test.each([
    ['in a text', 'Thí nghiệm $\\frac{í$ rồi $n$.', '$\\frac{í$', ['n']],
    ['displayed', '$$\\sai{phí}$$\n\nThen $n$.', '$$\\sai{phí}$$', ['n']],
  ])('%s shows its source and leaves the rest alone', (_, text, source, others) => {
    const page = show(text);
    expect(page.querySelector('.katex-error')).toHaveTextContent(source);
    expect(visible(page)).not.toContain('undefined');
    expect(texOf(page)).toEqual(others);
  });
});

describe('Money', () => {
  test.each([
    ['Between $5 and $6 a piece', []],
    ['From $5 to $n$ with $n \\le 9$', ['n', 'n \\le 9']],
    ['Costs 5$ or 6$ each', []],
    ['The range $5/$6', []],
    ['Pay \\$5 and \\$6', []],
    ['A formula $ n $ with space', ['n']],
    ['A formula $n$, $m$-th and $x_1$', ['n', 'm', 'x_1']],
    ['A digit follows $$n$$2', ['n']],
  ])('%s', (text, formulas) => {
    const page = show(text);
    expect(texOf(page).map((tex) => tex.trim())).toEqual(formulas);
    if (formulas.length === 0) expect(page).toHaveTextContent(text.replaceAll('\\', ''));
  });
});

describe('Headings begin one level below the title and skip none', () => {
  test.each([
    ['# A\n## B\n### C\n# D', ['H2', 'H3', 'H4', 'H2']],
    ['## A\n### B\n## C', ['H2', 'H3', 'H2']],
    ['### A\n## B', ['H2', 'H2']],
    ['# A\n#### B\n## C\n###### D', ['H2', 'H3', 'H3', 'H4']],
    ['# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6', ['H2', 'H3', 'H4', 'H5', 'H6', 'H6']],
  ])('%j', (text, expected) => {
    expect(levels(text)).toEqual(expected);
  });
});
