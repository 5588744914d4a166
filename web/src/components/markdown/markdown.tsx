import { lazy, Suspense } from 'react';
import { Loading } from '../spinner';

const Rendered = lazy(() => import('./rendered-markdown'));

export interface MarkdownProps {
  readonly text: string;
  /** Where relative addresses (pictures of the statement) lead. */
  readonly base: string;
  /** Only signed-in authors may fetch the files below the base. */
  readonly hidden?: boolean;
}

/** Markdown with mathematics. The renderer is large, so it arrives only when a page shows a text. */
export function Markdown(properties: MarkdownProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Rendered {...properties} />
    </Suspense>
  );
}
