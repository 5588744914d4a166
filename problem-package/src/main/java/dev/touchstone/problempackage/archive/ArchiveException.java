package dev.touchstone.problempackage.archive;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.util.List;

/** An archive that is refused, with the first reason found. */
public final class ArchiveException extends PackageException {
  private static final long serialVersionUID = 1L;
  private final ArchiveFault reason;

  /**
   * Creates the exception.
   *
   * @param entry the entry at fault, empty for the whole archive
   */
  ArchiveException(ArchiveFault reason, String entry, String message) {
    super(List.of(new Fault(entry, message)));
    this.reason = reason;
  }

  /** Why the archive is refused. */
  public ArchiveFault reason() {
    return reason;
  }
}
