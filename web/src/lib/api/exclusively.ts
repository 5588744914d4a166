import { storage } from '../storage';

const key = 'refresh-lock';
const staleAfter = 10_000;
const pause = 100;

/**
 * Runs the work in one tab at a time. A refresh token may be used once: two tabs that refresh together would look like a
 * thief, and every session of the user would end. The Web Locks API exists in secure contexts only; over plain HTTP a
 * note in local storage serves, which is not airtight but closes all but a few milliseconds.
 */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks) return locks.request('touchstone-refresh', () => work());

  const giveUp = Date.now() + staleAfter;
  while (Date.now() < giveUp && Date.now() - Number(storage.read(key) ?? 0) < staleAfter) {
    await new Promise((resolve) => setTimeout(resolve, pause * (1 + Math.random())));
  }
  storage.write(key, String(Date.now()));
  try {
    return await work();
  } finally {
    storage.remove(key);
  }
}
