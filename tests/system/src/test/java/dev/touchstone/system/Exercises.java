package dev.touchstone.system;

import java.nio.file.Path;
import java.util.Map;

/** The exercise of these tests, and programs for it. */
final class Exercises {
  /** Loaded instead of the starter exercises. */
  static final Path FOLDER = Path.of("src/test/resources/exercises").toAbsolutePath();

  /** Read a name, print a greeting. */
  static final String SLUG = "greeting";

  static final int POINTS = 50;
  static final int SAMPLES = 2;
  static final int TESTS = 5;

  /**
   * In every hidden test's input and answer; nowhere else, and too long to be part of a random
   * number.
   */
  static final String HIDDEN_MARKER = "marker-7f3a";

  static final String SOLUTION_MARKER = "solution-marker-91c2";

  /** A right program in each of the five languages. */
  static final Map<String, String> ACCEPTED =
      Map.of(
          "python3",
          "print(f'Hello, {input()}!')",
          "c",
          """
          #include <stdio.h>
          int main(void) { char name[200]; scanf("%199[^\\n]", name); printf("Hello, %s!\\n", name); }
          """,
          "cpp",
          """
          #include <iostream>
          #include <string>
          int main() { std::string name; getline(std::cin, name); std::cout << "Hello, " << name << "!\\n"; }
          """,
          "java",
          """
          import java.io.*;
          public class Main {
            public static void main(String[] arguments) throws IOException {
              var in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
              var out = new PrintStream(System.out, true, "UTF-8");
              out.println("Hello, " + in.readLine() + "!");
            }
          }
          """,
          "javascript",
          "console.log(`Hello, ${require('fs').readFileSync(0, 'utf8').trim()}!`)");

  private Exercises() {}
}
