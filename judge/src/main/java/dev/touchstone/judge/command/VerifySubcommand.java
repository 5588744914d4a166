package dev.touchstone.judge.command;

import dev.touchstone.judge.command.Verification.Outcome;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.platform.http.Json;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify PACKAGE…}: judges every submission of packages and compares with expectations. */
@Command(
    name = "verify",
    description = {
      "Judges every submission of problem packages and compares with what its folder or its",
      "@EXPECTED_RESULTS@ header says. Exit status 1 if any differs, 2 on a bad package."
    },
    mixinStandardHelpOptions = true)
final class VerifySubcommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PACKAGE", description = "Folders of packages.")
  private List<Path> folders;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many to judge at once. Default: the number of cores.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report, too.")
  private @Nullable Path junit;

  @Override
  public Integer call() throws Exception {
    PrintStream out = System.out;
    List<ProblemPackage> problems = open();
    Languages languages = Languages.detect();
    try (Sandbox sandbox = Sandbox.start(jobs);
        ExecutorService executor = Executors.newFixedThreadPool(jobs)) {
      Judge judge = new Judge(sandbox, languages);
      List<Future<Verification>> pending = new ArrayList<>();
      for (ProblemPackage problem : problems) {
        for (ExampleSubmission submission : problem.submissions()) {
          pending.add(
              executor.submit(() -> Verification.of(problem, submission, judge, languages)));
        }
      }
      List<Verification> results = new ArrayList<>();
      for (Future<Verification> future : pending) {
        Verification result = result(future);
        results.add(result);
        if (!json) {
          printLine(out, result);
        }
      }
      conclude(out, results);
      return count(results, Outcome.DIFFERS) > 0 ? 1 : 0;
    }
  }

  /** All packages are read first: one message names the faults of all. */
  private List<ProblemPackage> open() throws IOException, PackageException {
    List<ProblemPackage> problems = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path folder : folders) {
      try {
        problems.add(ProblemPackage.open(folder));
      } catch (PackageException e) {
        e.faults()
            .forEach(fault -> faults.add(new Fault(folder + "/" + fault.file(), fault.message())));
      }
    }
    if (!faults.isEmpty()) {
      throw new PackageException(faults);
    }
    return problems;
  }

  private static Verification result(Future<Verification> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void printLine(PrintStream out, Verification result) {
    out.printf(
        "%-8s %-24s %-44s %s%n",
        result.outcome(), result.problem(), result.submission(), result.detail());
  }

  private void conclude(PrintStream out, List<Verification> results) throws IOException {
    if (junit != null) {
      JUnitReport.write(junit, results);
    }
    long differing = count(results, Outcome.DIFFERS);
    long skipped = count(results, Outcome.SKIPPED);
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(new Summary(differing, skipped, results)));
      return;
    }
    results.stream()
        .filter(result -> result.outcome() == Outcome.DIFFERS)
        .forEach(result -> printLine(out, result));
    out.printf(
        "%d as expected, %d different, %d skipped%n",
        count(results, Outcome.OK), differing, skipped);
  }

  private static long count(List<Verification> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  private record Summary(long differing, long skipped, List<Verification> submissions) {}
}
