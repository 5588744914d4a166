package dev.touchstone.judge.sandbox;

/**
 * The kernel's account of all processes of one run; made ahead, limited and used for that run
 * alone, and removed after it.
 */
interface ControlGroup extends Usage, AutoCloseable {
  /** Sets the limits of the run, before a process is in the group. */
  void limit(RunLimits limits);

  /** From now on, children of the calling thread may start in the group. */
  void enter();

  /** Ends the effect of {@link #enter}. */
  void leave();

  /** Adds the first process of a box, unless it is in the group already. */
  void add(int process);

  /** Begins the accounts: earlier usage does not count. */
  void begin();

  /** The kernel keeps the accounts. */
  @Override
  default void look() {}

  @Override
  default void ended(BoxProcess.End end) {}

  /** Whether only the given processes are left, each with a single thread. */
  boolean holdsOnly(int... processes);

  /** Kills every process in the group. */
  void kill();

  /** Removes the group; all its processes must have been killed. */
  @Override
  void close();
}
