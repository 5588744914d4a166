import { connectionRestored } from '../connection';
import { chooseTimeZone } from '../i18n/time-zone';
import { storage } from '../storage';
import { Store, useStore } from '../store';
import type { Answer, UserManagementSchemas } from './contract';
import { exclusively } from './exclusively';
import { requestOf } from './operation';
import { ApiProblem, ConnectionLost } from './problem';
import { send } from './transport';

export type Role = UserManagementSchemas['Role'];
export type User = UserManagementSchemas['User'];
export type SignedIn = Answer<'POST /auth/login'>;

/**
 * - `starting`: a session may exist; the platform is being asked. `unreachable` once it has failed to answer, until it does.
 * - `expired`: the user was signed in here and must sign in again; what is on the page stays.
 */
export type SessionState =
  | { readonly status: 'starting'; readonly unreachable: boolean }
  | { readonly status: 'anonymous' }
  | {
      readonly status: 'signed-in' | 'expired';
      readonly user: User;
      /** The session permits only to set up the second factor that the user's role requires. */
      readonly enrolmentRequired?: boolean;
    };

/** Remembers only THAT someone is signed in, to spare anonymous visitors a refused request, and to tell other tabs. */
const hint = 'signed-in';
/** Milliseconds before its end at which a token is no longer worth sending. */
const margin = 20_000;
/** Milliseconds between attempts to learn whether someone is signed in, while the platform fails to answer. */
const firstPause = 1_000;
const longestPause = 30_000;

const asking: SessionState = { status: 'starting', unreachable: false };

/**
 * Who is signed in. The access token lives in this object alone; the refresh token in a cookie that no script can read.
 * All callers share one refresh at a time.
 */
export class Session {
  readonly state: Store<SessionState>;
  #token: { readonly text: string; readonly goodUntil: number } | undefined;
  #refreshing: Promise<void> | undefined;
  #started: Promise<void>;
  #endPause: () => void = () => undefined;

  constructor() {
    const expected = storage.read(hint) !== null;
    this.state = new Store<SessionState>(expected ? asking : { status: 'anonymous' });
    this.#started = expected ? this.#start() : Promise.resolve();
    storage.watch(hint, (value) => this.#otherTabChanged(value));
  }

  /** Resolves when it is known whether someone is signed in. */
  started(): Promise<void> {
    return this.#started;
  }

  /** Asks at once instead of after the pause, for those who press "Try again". */
  tryAgain(): void {
    this.#endPause();
  }

  /**
   * While the session is expired, waits for what the user does about it. True if the same user has signed in again.
   * Fails if aborted meanwhile.
   */
  async renewed(signal?: AbortSignal | null): Promise<boolean> {
    const before = this.state.value;
    if (before.status !== 'expired') return false;
    const after = await this.state.next(({ status }) => status !== 'expired', signal);
    return after.status === 'signed-in' && after.user.id === before.user.id;
  }

  /** A token to send, refreshed if it is about to end; null when nobody is signed in. */
  async token(): Promise<string | null> {
    await this.#started;
    if (this.state.value.status !== 'signed-in') return null;
    if (!this.#token || this.#token.goodUntil < Date.now()) await this.refresh();
    return this.#token?.text ?? null;
  }

  begin(answer: SignedIn): void {
    this.#token = {
      text: answer.access_token,
      goodUntil: Date.now() + answer.expires_in * 1_000 - margin,
    };
    storage.write(hint, String(answer.user.id));
    chooseTimeZone(answer.user.time_zone);
    this.state.set({
      status: 'signed-in',
      user: answer.user,
      enrolmentRequired: answer.enrolment_required,
    });
  }

  updateUser(user: User): void {
    const state = this.state.value;
    if (state.status !== 'signed-in') return;
    chooseTimeZone(user.time_zone);
    this.state.set({ ...state, user });
  }

  async signOut(): Promise<void> {
    try {
      const [address, init] = requestOf('POST /auth/logout');
      await send(address, { ...init, headers: await this.#bearer() });
    } finally {
      this.#forget();
    }
  }

  /** Leaves an expired session behind without signing in again. */
  abandon(): void {
    this.#forget();
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshOnce(): Promise<void> {
    try {
      const response = await exclusively(() => send(...requestOf('POST /auth/refresh')));
      this.begin((await response.json()) as SignedIn);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      this.#end();
    }
  }

  async #start(): Promise<void> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        await this.refresh();
        return;
      } catch (error) {
        // Not an answer about the session: nothing is known until there is one.
        this.state.set({ status: 'starting', unreachable: true });
        await this.#pause(pause, error instanceof ConnectionLost);
      }
    }
  }

  /** Ends early when the user asks for it, and when a lost connection is back. */
  #pause(milliseconds: number, lost: boolean): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
      if (lost) void connectionRestored().then(this.#endPause);
    });
  }

  #end(): void {
    const state = this.state.value;
    this.#token = undefined;
    if (state.status === 'signed-in') this.state.set({ status: 'expired', user: state.user });
    else if (state.status === 'starting') this.#forget();
  }

  #forget(): void {
    this.#token = undefined;
    storage.remove(hint);
    this.state.set({ status: 'anonymous' });
  }

  #otherTabChanged(value: string | null): void {
    if (value === null) {
      this.#token = undefined;
      this.state.set({ status: 'anonymous' });
      return;
    }
    const state = this.state.value;
    if (state.status === 'signed-in' && String(state.user.id) === value) return;
    this.state.set(asking);
    this.#endPause();
    this.#started = this.#start();
  }

  async #bearer(): Promise<HeadersInit> {
    const token = await this.token().catch(() => null);
    return token ? { Authorization: `Bearer ${token}` } : {};
  }
}

export const session = new Session();

export function useSession(): SessionState {
  return useStore(session.state);
}

/** The user who is signed in (or was, until the session expired under them). */
export function useUser(): User | null {
  const state = useSession();
  return 'user' in state ? state.user : null;
}
