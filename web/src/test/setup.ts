import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { options } from 'preact';
import { afterAll, afterEach, vi } from 'vitest';

// Only ends a wait that would be in vain.
configure({ asyncUtilTimeout: 60_000 });

// Effects that still wait when a file ends run after its document is gone, and with it the animation frames on which
// Preact would call them.
options.requestAnimationFrame = (callback) => setTimeout(callback);

afterEach(() => {
  cleanup();
  localStorage.clear();
});

// Files share a process, which spares each the start of one, but no module: who is signed in, say, is a module's state.
afterAll(() => {
  vi.resetModules();
});

// jsdom knows the element but not its modal life.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
