import type { Element } from 'hast';
import ReactMarkdown, { defaultUrlTransform, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { Formula } from './formula';
import type { MarkdownProps } from './markdown';
import styles from './markdown.module.css';

const remarkPlugins: Options['remarkPlugins'] = [remarkGfm, remarkMath];

const components: Options['components'] = {
  // The page's own heading is the h1, so the text's headings start one below.
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  table: ({ children }) => (
    <div className={styles.table}>
      <table>{children}</table>
    </div>
  ),
  code: ({ node, className, children }) => {
    const mathematics = node && mathematicsOf(node);
    return mathematics ? (
      <Formula {...mathematics} />
    ) : (
      <code className={className}>{children}</code>
    );
  },
  pre: ({ node, children }) => {
    const [only] = node?.children ?? [];
    const formula = only?.type === 'element' && mathematicsOf(only);
    return formula ? <div className={styles.formula}>{children}</div> : <pre>{children}</pre>;
  },
};

/** Raw HTML in the text is not rendered, and addresses are limited to safe schemes: an author is not trusted with scripts. */
export default function RenderedMarkdown({ text, base }: MarkdownProps) {
  return (
    <div className={styles.markdown}>
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        components={components}
        urlTransform={(url) => defaultUrlTransform(absolute(url, base))}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

/** remark-math marks its formulas as code of the classes math-inline and math-display. */
function mathematicsOf(node: Element): { readonly tex: string; readonly display: boolean } | null {
  const classes = node.properties.className;
  if (!Array.isArray(classes) || !classes.includes('language-math')) return null;
  const [text] = node.children;
  return {
    tex: text?.type === 'text' ? text.value : '',
    display: classes.includes('math-display'),
  };
}

function absolute(url: string, base: string): string {
  return /^([a-z][a-z+.-]*:|\/|#)/i.test(url) ? url : base + url;
}
