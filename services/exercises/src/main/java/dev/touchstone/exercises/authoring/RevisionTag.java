package dev.touchstone.exercises.authoring;

import dev.touchstone.platform.http.ProblemException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a revision as an entity tag. */
public final class RevisionTag {
  private static final Pattern FORM = Pattern.compile("\"([0-9]{1,9})\"");

  private RevisionTag() {}

  /** The tag of a revision. */
  public static String of(int revision) {
    return "\"" + revision + "\"";
  }

  /**
   * Reads {@code If-Match}; empty accepts any revision.
   *
   * @throws ProblemException 428 {@code precondition_required}, 412 {@code precondition_failed}
   */
  public static OptionalInt parse(Optional<String> header) {
    String tag =
        header.orElseThrow(() ->
            ProblemException.of(
                428, "precondition_required", "Send If-Match with the revision that you edited."));
    if (tag.strip().equals("*")) {
      return OptionalInt.empty();
    }
    Matcher matcher = FORM.matcher(tag.strip());
    if (!matcher.matches()) {
      throw ProblemException.preconditionFailed();
    }
    return OptionalInt.of(Integer.parseInt(matcher.group(1)));
  }
}
