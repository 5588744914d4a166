package dev.touchstone.platform.http;

/**
 * A dependency that a service needs to answer requests. Called often and by several threads; it
 * should return within a second.
 *
 * @param name what is checked, such as {@code database}
 * @param check throws if the dependency is unavailable
 */
public record Readiness(String name, Check check) {
  /** A check of a dependency. */
  @FunctionalInterface
  public interface Check {
    /**
     * Checks the dependency.
     *
     * @throws Exception if it is unavailable; the message is logged, not shown to callers
     */
    void run() throws Exception;
  }
}
