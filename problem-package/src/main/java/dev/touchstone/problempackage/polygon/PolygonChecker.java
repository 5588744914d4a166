package dev.touchstone.problempackage.polygon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes over checker and interactor. Some of the standard checkers are what the default validator
 * does by flags; all others are compiled with the package's own testlib, behind scripts that
 * translate between the two conventions.
 */
final class PolygonChecker {
  private static final String TESTLIB = "files/testlib.h";

  /** Of the standard checkers those that compare words or numbers one by one. */
  private static final Map<String, String> STANDARD =
      Map.of(
          "std::wcmp.cpp", "case_sensitive",
          "std::lcmp.cpp", "case_sensitive",
          "std::ncmp.cpp", "case_sensitive",
          "std::hcmp.cpp", "case_sensitive",
          "std::icmp.cpp", "case_sensitive",
          "std::rcmp4.cpp", "float_tolerance 1e-4",
          "std::rcmp6.cpp", "float_tolerance 1e-6",
          "std::rcmp9.cpp", "float_tolerance 1e-9",
          "std::yesno.cpp", "",
          "std::nyesno.cpp", "");

  private static final String BUILD =
      """
      #!/bin/sh
      # Builds what the package brings; see run.
      set -e
      for program in checker interactor; do
        [ ! -f $program.cpp ] || c++ -std=gnu++17 -O2 -I. -o $program $program.cpp
      done
      """;

  /** Testlib's exit codes: 0 right, 1 wrong, 2 wrong form, 7 points; 3 is its own failure. */
  private static final String RUN =
      """
      #!/bin/sh
      # Calls a checker of testlib as the problem package format calls validators.
      here=$(dirname "$0")
      work=$(mktemp -d) || exit 1
      said=$3/judgemessage.txt
      conclude() {
        case $1 in
          0) [ "$2" = last ] && exit 42 ;;
          1 | 2 | 4 | 8) exit 43 ;;
          7)
            sed -n '1s/^points \\([0-9.]*\\).*$/\\1/p' "$said" >"$3/score.txt"
            exit 42
            ;;
          *)
            cat "$said" >&2
            exit 1
            ;;
        esac
      }
      if [ -x "$here/interactor" ]; then
        "$here/interactor" "$1" "$work/output" "$2" 2>"$said"
        conclude $? first "$3"
      else
        cat >"$work/output"
      fi
      [ -x "$here/checker" ] || exit 42
      "$here/checker" "$1" "$work/output" "$2" 2>"$said" >/dev/null
      conclude $? last "$3"
      """;

  private final PolygonPackage problem;

  PolygonChecker(PolygonPackage problem) {
    this.problem = problem;
  }

  /** Writes the validator, if one is needed; returns the default validator's flags otherwise. */
  String write(ProblemXml xml) throws IOException {
    Optional<ProblemXml> checker = xml.first("assets", "checker");
    Optional<ProblemXml> interactor = xml.first("assets", "interactor");
    String name = checker.map(found -> found.attribute("name")).orElse("");
    if (interactor.isEmpty() && STANDARD.containsKey(name)) {
      return STANDARD.get(name);
    }
    if (checker.isEmpty() && interactor.isEmpty()) {
      return "case_sensitive";
    }
    if (!problem.has(TESTLIB)) {
      problem.fault(TESTLIB, "is missing, though the checker needs it");
    }
    boolean compared = checker.isPresent();
    if (compared) {
      writeSource(checker.get(), "checker");
    }
    if (interactor.isPresent()) {
      writeSource(interactor.get(), "interactor");
    }
    writeHeaders();
    problem.write("output_validator/build", BUILD);
    problem.write("output_validator/run", RUN);
    return "";
  }

  private void writeSource(ProblemXml program, String name) throws IOException {
    Optional<ProblemXml> source = program.first("source");
    if (source.isEmpty()) {
      problem.fault(ProblemXml.NAME, "names no source of the " + name);
      return;
    }
    String path = source.get().attribute("path");
    String type = source.get().attribute("type");
    if (!type.isEmpty() && !type.startsWith("cpp")) {
      problem.fault(path, "is a " + name + " in " + type + "; only C++ is supported");
      return;
    }
    problem.copy(path, "output_validator/" + name + ".cpp");
  }

  private void writeHeaders() throws IOException {
    Path files = problem.file("files");
    if (!Files.isDirectory(files)) {
      return;
    }
    List<Path> headers;
    try (Stream<Path> all = Files.list(files)) {
      headers = all.filter(file -> file.toString().endsWith(".h")).sorted().toList();
    }
    for (Path header : headers) {
      String name = String.valueOf(header.getFileName());
      problem.copy("files/" + name, "output_validator/" + name);
    }
  }
}
