package dev.touchstone.problempackage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No regular expression of this module takes more than linear work, whatever an author writes. The
 * texts are made of each expression's own words and characters, once and repeated; the work is the
 * number of characters that it looks at.
 */
class LinearPatternsTest {
  private static final int SIZE = 3_000;

  /** How often each character may be looked at; a quadratic expression does so 1,000 times. */
  private static final int MOST_LOOKS = 60;

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

  /** An expression and where it is. */
  record Found(String place, Pattern pattern) {
    @Override
    public String toString() {
      return place;
    }
  }

  /** A text that counts how often its characters are looked at. */
  private record Watched(String text, long[] looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks[0]++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static List<Found> patterns() throws ReflectiveOperationException {
    List<Found> found = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.touchstone.problempackage")) {
      for (Field field : Class.forName(type.getName()).getDeclaredFields()) {
        if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          found.add(
              new Found(type.getSimpleName() + "." + field.getName(), (Pattern) field.get(null)));
        }
      }
    }
    return found;
  }

  private static long looks(Pattern pattern, String text) {
    Watched watched = new Watched(text, new long[1]);
    Matcher matcher = pattern.matcher(watched);
    while (matcher.find()) {}
    pattern.matcher(watched).matches();
    return watched.looks()[0];
  }

  private static Set<String> parts(Pattern pattern) {
    Set<String> parts = new LinkedHashSet<>(List.of(" ", "\t", "\n", "a", "A", "0", "-", "."));
    pattern.pattern().codePoints().distinct().mapToObj(Character::toString).forEach(parts::add);
    WORD.matcher(pattern.pattern()).results().forEach(word -> parts.add(word.group()));
    return parts;
  }

  private static Stream<String> texts(Set<String> parts) {
    return parts.stream()
        .flatMap(one ->
            parts.stream()
                .flatMap(other ->
                    Stream.of(
                        one + other.repeat(SIZE / other.length()) + "\u0001",
                        (one + other).repeat(SIZE / (one + other).length()) + "\u0001")));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void isLinear(Found found) {
    texts(parts(found.pattern()))
        .forEach(text ->
            assertThat(looks(found.pattern(), text))
                .as("looks at %.40s…", text)
                .isLessThan((long) MOST_LOOKS * SIZE));
  }

  @Test
  void whatOnceStoppedThePlatformWouldBeFound() {
    assertThat(looks(Pattern.compile("[ \\t]+\\n"), " ".repeat(SIZE) + "a"))
        .isGreaterThan((long) MOST_LOOKS * SIZE);
  }
}
