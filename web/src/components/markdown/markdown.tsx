import { lazy, Suspense } from 'react';
import { Loading } from '../spinner';
import { needsMore } from './needs-more';

const renderer = () => import('./rendered-markdown');
const Plain = lazy(renderer);
const WithTables = lazy(async () => {
  const [{ default: Rendered }, { tablesAndMore }] = await Promise.all([
    renderer(),
    import('./tables-and-more'),
  ]);
  return {
    default: (properties: MarkdownProps) => <Rendered {...properties} more={tablesAndMore} />,
  };
});

export interface MarkdownProps {
  readonly text: string;
  /** Where relative addresses (pictures of the statement) lead. */
  readonly base: string;
  /** Only signed-in authors may fetch the files below the base. */
  readonly hidden?: boolean;
}

/**
 * Markdown with mathematics, and with GitHub's additions. The renderer is large, so it arrives only when a page shows a
 * text, and with it what the text needs of the rest.
 */
export function Markdown(properties: MarkdownProps) {
  const Rendered = needsMore(properties.text) ? WithTables : Plain;
  return (
    <Suspense fallback={<Loading />}>
      <Rendered {...properties} />
    </Suspense>
  );
}
