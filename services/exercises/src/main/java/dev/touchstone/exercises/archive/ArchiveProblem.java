package dev.touchstone.exercises.archive;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.archive.ArchiveException;
import dev.touchstone.problempackage.archive.ArchiveFault;
import java.util.List;
import java.util.Locale;

/** The response to an archive that is refused. */
public final class ArchiveProblem {
  private ArchiveProblem() {}

  /** An archive that is larger than allowed before it is unpacked. */
  public static ProblemException tooLarge(long bytes) {
    return ProblemException.tooLarge(
        ArchiveFault.TOO_LARGE.code(), "The archive is larger than " + (bytes >> 20) + " MiB.");
  }

  /** The response to an archive, or to files that would make one. */
  public static ProblemException of(ArchiveException e) {
    String code = e.reason().code();
    String detail = detail(e.faults().getFirst());
    return switch (e.reason()) {
      case TOO_LARGE, TOO_MANY_FILES -> ProblemException.tooLarge(code, detail);
      case INVALID, UNSAFE_PATH, LINK, ENCRYPTED, UNSUPPORTED, DUPLICATE_PATH ->
          ProblemException.unprocessable(code, detail, List.of());
    };
  }

  private static String detail(Fault fault) {
    String message = fault.message();
    return fault.file().isEmpty()
        ? message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + "."
        : "\"" + fault.file() + "\" " + message + ".";
  }
}
