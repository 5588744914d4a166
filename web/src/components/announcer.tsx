import { Store, useStore } from '@/lib/store';

const spoken = new Store('');
let turn = false;

/** Has a screen reader say the text when it is done with what it is saying. The same text twice is said twice. */
export function announce(text: string): void {
  turn = !turn;
  spoken.set(turn ? text : `${text}\u00a0`);
}

/** The one live region of the page; it must be there before anything is announced. */
export function Announcer() {
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-atomic="true">
      {useStore(spoken)}
    </div>
  );
}
