package dev.touchstone.operations.secrets;

import dev.touchstone.operations.process.OperationFailed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry contains: values, one on each line, of which programs use the first and accept all;
 * and, during a rotation, a line for us that says how far it is. Both are written at once, so that
 * a crash can't part them.
 *
 * @param values the first is used
 * @param phase how far a rotation is; null if none goes on
 * @param since when that was written; null if no rotation goes on
 */
record SecretText(List<String> values, @Nullable Phase phase, @Nullable Instant since) {
  private static final String COMMENT = "# ";
  private static final Pattern ROTATION = Pattern.compile("# rotation: (added|used) since (\\S+)");

  /** What has been done to an entry that is being rotated. */
  enum Phase {
    /** The new value is accepted; the old one is used. */
    ADDED,
    /** The new value is used; the old one is accepted. */
    USED
  }

  static SecretText of(String value) {
    return new SecretText(List.of(value), null, null);
  }

  /**
   * Reads the contents of an entry.
   *
   * @throws OperationFailed if they are not what this program wrote; the message contains no value
   */
  static SecretText parse(String name, String text) {
    List<String> values = new ArrayList<>();
    Phase phase = null;
    Instant since = null;
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher matcher = ROTATION.matcher(line);
      if (matcher.matches()) {
        phase = "added".equals(matcher.group(1)) ? Phase.ADDED : Phase.USED;
        since = time(name, matcher.group(2));
      } else if (!line.isEmpty() && !line.startsWith(COMMENT)) {
        values.add(line);
      }
    }
    if (values.size() != (phase == null ? 1 : 2)) {
      throw new OperationFailed(
          "%s contains %d value(s), which is not as this program leaves it. Restore it, or reduce it to the line that is used."
              .formatted(name, values.size()));
    }
    return new SecretText(List.copyOf(values), phase, since);
  }

  private static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new OperationFailed(name + " contains a time that can't be read: " + text, e);
    }
  }

  /** Begins a rotation: a new value is accepted beside the one that is used. */
  SecretText add(String fresh, Instant now) {
    return new SecretText(List.of(values.getFirst(), fresh), Phase.ADDED, now);
  }

  /** The new value is used from now on, and the old one still accepted. */
  SecretText use(Instant now) {
    return new SecretText(List.of(values.get(1), values.get(0)), Phase.USED, now);
  }

  /** Only the value that is used remains. */
  SecretText remove() {
    return of(values.getFirst());
  }

  /** The contents of the entry. */
  String text() {
    String lines = String.join("\n", values);
    return phase == null
        ? lines
        : "# rotation: %s since %s\n%s"
            .formatted(phase == Phase.ADDED ? "added" : "used", since, lines);
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
