package dev.touchstone.platform.http;

/**
 * One thing that a service needs to answer. Called often and by several threads; it should return
 * within a second.
 *
 * @param name what is checked, such as {@code database}
 * @param check throws if the thing is not there
 */
public record Readiness(String name, Check check) {
  /** Throws if the thing is not there. */
  @FunctionalInterface
  public interface Check {
    /**
     * Looks.
     *
     * @throws Exception whatever stands in the way; its text is logged, not shown
     */
    void run() throws Exception;
  }
}
