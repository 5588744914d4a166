import { lazy, Suspense } from 'react';
import { Loading } from '@/components/spinner';
import { useSession } from '@/lib/api/session';

const Landing = lazy(() => import('./landing'));
const LearnerHome = lazy(() => import('./learner-home'));

/** What visitors see of the product, or where a learner goes on. */
export default function HomePage() {
  const state = useSession();
  return (
    <Suspense fallback={<Loading />}>
      {state.status === 'starting' ? (
        <Loading />
      ) : 'user' in state ? (
        <LearnerHome user={state.user} />
      ) : (
        <Landing />
      )}
    </Suspense>
  );
}
