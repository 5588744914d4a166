package dev.touchstone.judge.command;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Protection;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import dev.touchstone.problempackage.LimitCaps;
import dev.touchstone.problempackage.LimitSettings;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: reports what this machine has and what is missing. */
@Command(
    name = "doctor",
    description = "Shows which protections and languages the judge has on this machine.",
    mixinStandardHelpOptions = true)
final class DoctorSubcommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private record Report(
      boolean safe,
      @Nullable String refusal,
      List<Protection> protections,
      List<Row> languages,
      LimitSettings packages) {}

  /**
   * A language.
   *
   * @param faster whether its compiler can be warmed up, null if the language has no warm-up
   */
  private record Row(
      String id, String name, @Nullable String version, String install, @Nullable Boolean faster) {}

  @Override
  public Integer call() {
    List<Protection> protections = List.of();
    String refusal = null;
    Languages languages = Languages.detect();
    LimitSettings packages = LimitSettings.from(Environment.system()::integer);
    Set<String> prepared = Set.of();
    try (Sandbox sandbox = Sandbox.start(1)) {
      protections = sandbox.protections();
      prepared = prepare(new Judge(sandbox, languages));
    } catch (SandboxException e) {
      refusal = String.valueOf(e.getMessage());
    }
    Report report =
        new Report(refusal == null, refusal, protections, rows(languages, prepared), packages);
    if (json) {
      System.out.println(Json.MAPPER.writeValueAsString(report));
    } else {
      print(System.out, report);
    }
    return report.safe() ? 0 : 1;
  }

  private static Set<String> prepare(Judge judge) {
    try {
      judge.warmUpFully().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return judge.warmedUp();
  }

  private static List<Row> rows(Languages languages, Set<String> prepared) {
    return new TreeMap<>(languages.all())
        .values().stream().map(found -> row(found, prepared)).toList();
  }

  private static Row row(Languages.Found found, Set<String> prepared) {
    Language language = found.language();
    return new Row(
        language.id(),
        language.name(),
        found.version().orElse(null),
        "apt-get install " + String.join(" ", language.needs().packages()),
        (found.installed() && language.preparation().isPresent())
            ? (Boolean) prepared.contains(language.id())
            : null);
  }

  private static void print(PrintStream out, Report report) {
    out.println("Protections:");
    report
        .protections()
        .forEach(
            p -> out.printf("  %-4s %-32s %s%n", p.active() ? "yes" : "NO", p.name(), p.detail()));
    if (report.refusal() != null) {
      out.println("  " + report.refusal());
    }
    out.println("Languages:");
    report
        .languages()
        .forEach(row ->
            out.printf(
                "  %-4s %-12s %s%n",
                row.version() == null ? "NO" : "yes",
                row.id(),
                row.version() == null ? row.install() : row.version() + speed(row)));
    print(out, report.packages());
  }

  private static void print(PrintStream out, LimitSettings packages) {
    LimitCaps most = packages.caps();
    out.println("Limits of packages:");
    out.printf(
        "  memory %d MiB unless the package sets it; at most %d MiB%n",
        packages.defaultMemoryMib(), most.memoryMib());
    out.printf(
        "  at most %d MiB of output, %d s of time and %d s of compiling%n",
        most.outputMib(), most.timeSeconds(), most.compilationSeconds());
  }

  private static String speed(Row row) {
    if (row.faster() == null) {
      return "";
    }
    return row.faster()
        ? "; its compiler is warmed up and starts faster"
        : "; its compiler can't be warmed up and starts more slowly";
  }
}
