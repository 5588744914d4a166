package dev.touchstone.judge.command;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The problem that is judged to measure the judge: the sum of two numbers. Thread-safe. */
final class BenchProblem {
  /** By language; {@code NUMBER} makes each submission different, so that none is known yet. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "c",
          """
          #include <stdio.h>
          int main(void) { long a, b; scanf("%ld %ld", &a, &b); printf("%ld\\n", a + b); } // NUMBER
          """,
          "cpp",
          """
          #include <iostream>
          int main() { long a, b; std::cin >> a >> b; std::cout << a + b << "\\n"; } // NUMBER
          """,
          "python3",
          """
          print(sum(map(int, input().split())))  # NUMBER
          """,
          "java",
          """
          public class Main { // NUMBER
            public static void main(String[] arguments) throws java.io.IOException {
              String line = new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine();
              String[] words = line.split(" ");
              System.out.println(Long.parseLong(words[0]) + Long.parseLong(words[1]));
            }
          }
          """,
          "javascript",
          """
          const words = require("fs").readFileSync(0, "utf8").trim().split(" ");
          console.log(Number(words[0]) + Number(words[1])); // NUMBER
          """);

  /** Computes for about a tenth of a second, and then the same in C. */
  private static final String BUSY =
      """
      #include <stdio.h>
      int main(void) {
        volatile unsigned x = 1;
        for (int i = 0; i < 60000000; i++) x = x * 1664525u + 1013904223u;
        long a, b; scanf("%ld %ld", &a, &b); printf("%ld\\n", a + b);
      } // NUMBER
      """;

  /** More programs in C++, which include more. */
  private static final Map<String, String> WITH_HEADERS =
      Map.of(
          "bits/stdc++.h",
          """
          #include <bits/stdc++.h>
          using namespace std;
          int main() { long a, b; cin >> a >> b; cout << a + b << "\\n"; } // NUMBER
          """,
          "usual headers",
          """
          #include <algorithm>
          #include <iostream>
          #include <map>
          #include <string>
          #include <vector>
          using namespace std;
          int main() {
            vector<long> all(2);
            for (long &one : all) cin >> one;
            cout << all[0] + all[1] << "\\n"; // NUMBER
          }
          """);

  private static final Map<String, String> FILES =
      Map.of(
          "c", "main.c",
          "cpp", "main.cpp",
          "python3", "main.py",
          "java", "Main.java",
          "javascript", "main.js");

  private final AtomicLong number = new AtomicLong(System.nanoTime());

  static List<String> languages() {
    return SOURCES.keySet().stream().sorted().toList();
  }

  /** Writes the package with so many tests. */
  static ProblemPackage write(Path folder, int tests) throws IOException, PackageException {
    Path data = Files.createDirectories(folder.resolve("data/secret"));
    Files.createDirectories(folder.resolve("statement"));
    Files.writeString(folder.resolve("statement/problem.en.md"), "The sum of two numbers.\n");
    Files.writeString(
        folder.resolve("problem.yaml"),
        """
        problem_format_version: 2023-07-draft
        name: {en: Sum}
        uuid: 7d5b7a0e-3d5e-4b62-9d4e-4f7b2f0f6c11
        limits: {time_limit: 2}
        """);
    for (int i = 0; i < tests; i++) {
      Files.writeString(data.resolve(i + ".in"), i + " " + 2 * i + "\n");
      Files.writeString(data.resolve(i + ".ans"), 3 * i + "\n");
    }
    return PackageReader.open(folder);
  }

  /** What the other programs in C++ include. */
  static List<String> headers() {
    return WITH_HEADERS.keySet().stream().sorted().toList();
  }

  Submission submission(Language language) {
    return submission(language, Objects.requireNonNull(SOURCES.get(language.id())));
  }

  /** A submission in C that computes for a while. */
  Submission busy(Language language) {
    return submission(language, BUSY);
  }

  /** A submission in C++ with some of {@link #headers}. */
  Submission withHeaders(Language cpp, String headers) {
    return submission(cpp, Objects.requireNonNull(WITH_HEADERS.get(headers)));
  }

  private Submission submission(Language language, String text) {
    String source = text.replace("NUMBER", Long.toString(number.incrementAndGet()));
    return new Submission(
        language,
        List.of(
            new SourceFile(
                Objects.requireNonNull(FILES.get(language.id())),
                source.getBytes(StandardCharsets.UTF_8))));
  }
}
