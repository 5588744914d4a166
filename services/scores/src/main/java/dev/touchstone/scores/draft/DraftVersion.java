package dev.touchstone.scores.draft;

import dev.touchstone.platform.http.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of a draft a change is based on, from the conditions of the request. */
sealed interface DraftVersion {
  /** Caches may have made the tag a weak one. */
  Pattern FORM = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

  /** There is none yet: {@code If-None-Match: *}. */
  record Absent() implements DraftVersion {}

  /** Whatever there is, is to be overwritten: {@code If-Match: *}. */
  record Any() implements DraftVersion {}

  /** The version that was loaded: {@code If-Match}. */
  record Exactly(long number) implements DraftVersion {}

  static String tag(long number) {
    return "\"" + number + "\"";
  }

  /**
   * Reads the conditions.
   *
   * @throws ProblemException 428 {@code precondition_required}, 412 {@code precondition_failed}
   */
  static DraftVersion of(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
    if (ifMatch.isEmpty() && ifNoneMatch.map(String::strip).equals(Optional.of("*"))) {
      return new Absent();
    }
    String tag =
        ifMatch
            .orElseThrow(() ->
                ProblemException.of(
                    428,
                    "precondition_required",
                    "Send If-Match with the version that you edited, or If-None-Match: * for a new draft."))
            .strip();
    if (tag.equals("*")) {
      return new Any();
    }
    Matcher matcher = FORM.matcher(tag);
    if (!matcher.matches()) {
      throw ProblemException.preconditionFailed();
    }
    return new Exactly(Long.parseLong(matcher.group(1)));
  }
}
