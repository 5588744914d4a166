package dev.touchstone.operations.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RedactionTest {
  static final List<Pattern> FORMS = Redaction.FORMS;

  private static final int LENGTH = 20_000;

  /**
   * How often a form may look at each character; looking at all of it from each would be 10,000.
   */
  private static final int LOOKS = 200;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mail for a.b+c@school.example, twice | mail for [removed], twice",
        "<a@school.example>;b@school.example | <[removed]>;[removed]",
        "{\"Authorization\": \"Basic abc\", \"status\": 3} | {\"Authorization\":[removed]\", \"status\": 3}",
        "token 'x' of user 4711 | token 'x' of user [removed]",
        "user cannot sign in; session ended | user cannot sign in; session ended",
        "GET /api/v1/exercises/12/members/4711 failed | GET /api/v1/exercises/[removed]/members/[removed] failed",
        "at Foo.java:12, and/or 3 of 4 | at Foo.java:12, and/or 3 of 4"
      })
  void leavesWhatIsNoSecret(String text, String clean) {
    assertThat(new Redaction(List.of()).clean(text)).isEqualTo(clean);
  }

  /** A log line of ten megabytes must not take hours. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void theWorkGrowsWithTheTextAndNotWithItsSquare(Pattern form) {
    for (String part : List.of("a", "0", "a@", "a.", "eyJ", "/1", "\\\"", "password=", "user 1")) {
      Counted text = new Counted(part.repeat(LENGTH / part.length()));
      Object _ = form.matcher(text).results().count();
      assertThat(text.looks).as("%s on %s", form, part).isLessThan((long) LENGTH * LOOKS);
    }
  }

  /** A text that counts how often somebody looks at one of its characters. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    private Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
