package dev.touchstone.judge.sandbox;

/**
 * The kernel's account of all processes of one run; made ahead, limited and used for that run
 * alone, and removed after it.
 */
interface ControlGroup extends Usage, AutoCloseable {
  /** Sets what the run may use, before anything is in the group. */
  void limit(RunLimits limits);

  /** What the calling thread starts from now on may already be born in the group. */
  void enter();

  /** The calling thread goes back where it was. */
  void leave();

  /**
   * Puts the first process of a box in, where it is not in yet, with all that it will start. What
   * was used before does not count.
   */
  void begin(int process);

  /** The kernel keeps the accounts. */
  @Override
  default void look() {}

  @Override
  default void ended(BoxProcess.End end) {}

  /** Whether none of its threads lives but the only ones of these processes. */
  boolean holdsOnly(int... processes);

  /** Kills every process in the group. */
  void kill();

  /** Removes the group; all its processes must have been killed. */
  @Override
  void close();
}
