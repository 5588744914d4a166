package dev.touchstone.problempackage;

import java.util.List;
import java.util.stream.Collectors;

/** A package that can't be used, with all its faults. */
public class PackageException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  /** Creates the exception from at least one fault. */
  public PackageException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Everything that is wrong, and the warnings that were found with it. */
  public List<Fault> faults() {
    return faults;
  }
}
