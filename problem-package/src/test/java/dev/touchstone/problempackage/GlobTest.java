package dev.touchstone.problempackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accepted          | accepted/a.py        | true",
        "accepted/a.py     | accepted/a.py        | true",
        "accepted/a.py     | accepted/a.pyc       | false",
        "accepted/*.py     | accepted/a.py        | true",
        "accepted/*        | accepted/dir/main.py | true",
        "accepted*         | accepted/a.py        | true",
        "*.py              | accepted/a.py        | false",
        "*/*.py            | accepted/a.py        | true",
        "{a,b}*/x          | accepted/x           | true",
        "{a,b}*/x          | wrong/x              | false",
        "{a,{b,c}d}e       | cde                  | true",
        "{a,{b,c}d}e       | ce                   | false",
        "a{,b}c            | ac                   | true",
        "a{b               | ab                   | true",
        "a}b,c             | a}b,c                | true",
        "a+(b)             | a+(b)                | true",
        "a+(b)             | aab                  | false",
        "a                 | ab/c                 | false",
        "''                | a                    | false",
      })
  void matches(String glob, String path, boolean expected) {
    assertThat(new Glob(glob).matchesOrHolds(path)).isEqualTo(expected);
  }

  /** A regular expression with so many stars or braces would not end, or overflow the stack. */
  @Test
  void anyPatternIsReadAndComparedAtOnce() {
    String path = "a".repeat(200);
    assertThat(new Glob("*a".repeat(100) + "b").matchesOrHolds(path)).isFalse();
    assertThat(new Glob("*a".repeat(100)).matchesOrHolds(path)).isTrue();
    assertThat(new Glob("{".repeat(100_000)).matchesOrHolds(path)).isFalse();
    assertThat(new Glob("{*,*}".repeat(500) + "b").matchesOrHolds(path)).isFalse();
  }
}
