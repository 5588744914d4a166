package dev.touchstone.problempackage.conversion.polygon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Converts checker and interactor. Some of the standard checkers are what the default validator
 * does by flags; all others are compiled with the package's own testlib, behind scripts that
 * translate between the two conventions.
 */
final class PolygonChecker {
  private static final String TESTLIB = "files/testlib.h";

  /** The standard checkers that compare words or numbers one by one. */
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
      # Builds what the package brings; see run. With TESTSYS no part has the code of a verdict.
      set -e
      for program in checker interactor; do
        [ ! -f $program.cpp ] || c++ -std=gnu++17 -O2 -DTESTSYS -I. -o $program $program.cpp
      done
      """;

  /** The argument that lets a checker award part of a test's points. */
  static final String PARTIAL = "partial";

  /**
   * Testlib's exit codes (resultExitCode in testlib.h): 0 right, 1 wrong, 2 and 8 wrong form, 3 its
   * own failure, 7 points; by {@code _pc(n)} n per cent, reported in words on standard error if
   * they agree with the code, or by 16 and more, as such a result is numbered. Where a test is
   * passed or failed, a part is too little.
   */
  private static final String RUN =
      """
      #!/bin/sh
      # Calls a checker of testlib as the problem package format calls validators.
      here=$(dirname "$0")
      input=$1 answer=$2 feedback=$3 mode=$4
      work=$(mktemp -d) || exit 1
      said=$feedback/judgemessage.txt
      part() {
        [ "$1" -lt 100 ] || exit 42
        [ "$mode" = partial ] && [ "$1" -gt 0 ] || exit 43
        printf '0.%02d\\n' "$1" >"$feedback/score_multiplier.txt"
        exit 42
      }
      points() {
        case $1 in
          *[1-9]*) [ "$mode" = partial ] || exit 43 ;;
          *0*) exit 43 ;;
          *) fail ;;
        esac
        echo "$1" >"$feedback/score.txt"
        exit 42
      }
      fail() {
        cat "$said" >&2
        exit 1
      }
      # The last such line is the verdict; what a checker prints before it may quote the solution.
      reported() {
        sed -nE "s/^$1.*/\\1/p" "$said" | tail -n 1
      }
      # conclude CODE: the exit code of what wrote $said; goes on if all is well so far
      conclude() {
        percent=$(reported 'partially correct \\((0|[1-9][0-9]?[0-9]?)\\)')
        if [ -n "$percent" ]; then
          case $1 in "$percent" | $((percent + 16)) | $((percent + 50))) part "$percent" ;; esac
        fi
        case $1 in
          0) ;;
          1 | 2 | 4 | 8) exit 43 ;;
          7) points "$(reported 'points ([0-9.]+)')" ;;
          1[6-9] | [2-9][0-9] | 10[0-9] | 11[0-6]) part $(($1 - 16)) ;;
          *) fail ;;
        esac
      }
      if [ -x "$here/interactor" ]; then
        "$here/interactor" "$input" "$work/output" "$answer" 2>"$said"
        conclude $?
      else
        cat >"$work/output"
      fi
      if [ -x "$here/checker" ]; then
        "$here/checker" "$input" "$work/output" "$answer" 2>"$said" >/dev/null
        conclude $?
      fi
      exit 42
      """;

  private final PolygonPackage problem;

  PolygonChecker(PolygonPackage problem) {
    this.problem = problem;
  }

  /** Writes the validator, if one is needed; returns the default validator's flags otherwise. */
  Optional<String> write(ProblemXml xml) throws IOException {
    Optional<ProblemXml> checker = xml.first("assets", "checker");
    Optional<ProblemXml> interactor = xml.first("assets", "interactor");
    String name = checker.map(found -> found.attribute("name")).orElse("");
    if (interactor.isEmpty() && STANDARD.containsKey(name)) {
      return Optional.of(STANDARD.get(name));
    }
    if (checker.isEmpty() && interactor.isEmpty()) {
      return Optional.of("case_sensitive");
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
    return Optional.empty();
  }

  private void writeSource(ProblemXml program, String name) throws IOException {
    Optional<ProblemXml> source = program.first("source");
    if (source.isEmpty()) {
      problem.fault(ProblemXml.NAME, "has no source of the " + name);
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
