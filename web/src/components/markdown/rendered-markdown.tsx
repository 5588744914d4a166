import type { Element } from 'hast';
import { useMemo, type ComponentPropsWithoutRef } from 'react';
import ReactMarkdown, { defaultUrlTransform, type ExtraProps, type Options } from 'react-markdown';
import { FileLink } from './file-link';
import { Formula } from './formula';
import { formulas } from './formulas';
import { headings } from './headings';
import type { MarkdownProps } from './markdown';
import { Picture } from './picture';
import type { tablesAndMore } from './tables-and-more';
import styles from './markdown.module.css';

const remarkPlugins = [formulas, headings];

/** What scrolls by itself where it is too wide must be reachable by keyboard. */
const scrolling = { tabIndex: 0 };

const components: Options['components'] = {
  table: ({ children }) => (
    <div className={styles.table} {...scrolling}>
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
    return formula ? <div>{children}</div> : <pre {...scrolling}>{children}</pre>;
  },
};

/** What the page gets of the properties of an element: all but its place in the text. */
function attributesOf(properties: object) {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'node'));
}

interface RenderedMarkdownProps extends MarkdownProps {
  /** Reads what plain Markdown does not have. */
  readonly more?: typeof tablesAndMore | undefined;
}

/** Raw HTML in the text is not rendered, and addresses are limited to safe schemes: an author is not trusted with scripts. */
export default function RenderedMarkdown(properties: RenderedMarkdownProps) {
  const { text, base, hidden = false, more } = properties;
  const all = useMemo(
    () => ({
      ...components,
      img: ({ src, alt = '' }: { readonly src?: unknown; readonly alt?: string | undefined }) => (
        <Picture
          address={typeof src === 'string' ? src : undefined}
          alt={alt}
          base={base}
          hidden={hidden}
        />
      ),
      a: ({ href, children, ...properties }: ComponentPropsWithoutRef<'a'> & ExtraProps) => (
        <FileLink address={href} base={base} hidden={hidden} attributes={attributesOf(properties)}>
          {children}
        </FileLink>
      ),
    }),
    [base, hidden],
  );
  return (
    <div className={styles.markdown}>
      <ReactMarkdown
        remarkPlugins={more ? [more, ...remarkPlugins] : remarkPlugins}
        components={all}
        urlTransform={(url) => defaultUrlTransform(absolute(url, base))}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

/** Formulas come as code of the class math-inline or math-display, or as a code block of the language math. */
function mathematicsOf(node: Element): { readonly tex: string; readonly display: boolean } | null {
  const classes = node.properties.className;
  if (!Array.isArray(classes) || !classes.includes('language-math')) return null;
  const [text] = node.children;
  return {
    tex: text?.type === 'text' ? text.value : '',
    display: !classes.includes('math-inline'),
  };
}

function absolute(url: string, base: string): string {
  return /^([a-z][a-z+.-]*:|\/|#)/i.test(url) ? url : base + url;
}
