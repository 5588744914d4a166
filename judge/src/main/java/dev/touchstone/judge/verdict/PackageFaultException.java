package dev.touchstone.judge.verdict;

/**
 * A package can't be used for judging, and its author must change it. What is wrong was found while
 * a submission was judged; what is found when a package is read is a {@code PackageException}.
 */
public final class PackageFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, for the author. */
  public PackageFaultException(String message) {
    super(message);
  }
}
