package dev.touchstone.standalone.apibench;

import dev.touchstone.platform.http.Json;
import dev.touchstone.standalone.apibench.ApiReport.Beside;
import dev.touchstone.standalone.apibench.ApiReport.Ratios;
import dev.touchstone.standalone.apibench.ApiReport.Row;
import dev.touchstone.standalone.apibench.Scenario.Way;
import dev.touchstone.standalone.bench.ProcessFigures;
import dev.touchstone.standalone.bench.ScoreRows;
import dev.touchstone.standalone.bench.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures what runs already: each kind of request, on each way, one after the other. */
public final class ApiBenchmark {
  private static final double SIGN_INS = 30;

  /** As many as hash at the same time, and some that wait. */
  private static final int SIGNING_IN = 6;

  private final ApiLoad load;
  private final ApiParts parts;
  private final ScoreRows rows;
  private final Consumer<String> progress;

  /**
   * Prepares it.
   *
   * @param rows of the database of scores, which are replaced
   * @param progress receives lines that replace each other
   */
  public ApiBenchmark(ApiLoad load, ApiParts parts, ScoreRows rows, Consumer<String> progress) {
    this.load = load;
    this.parts = parts;
    this.rows = rows;
    this.progress = progress;
  }

  static String name(Way way) {
    return way.name().toLowerCase(Locale.ROOT);
  }

  /** Measures all. */
  public ApiReport run() throws InterruptedException {
    List<Row> all = new ArrayList<>();
    List<Beside> beside = new ArrayList<>();
    for (int scores : load.scores()) {
      rows.replace(scores);
      rows.addUp();
      boolean last = scores == load.scores().getLast();
      all.addAll(round(scores, last));
      if (last) {
        beside.add(besideSignIns());
      }
    }
    Map<String, Integer> memory = new LinkedHashMap<>();
    parts.processes().forEach((name, each) -> memory.put(name, ProcessFigures.of(each).memoryMb()));
    return new ApiReport(
        Runtime.getRuntime().availableProcessors(),
        load.users(),
        load.exercises(),
        parts.hasNginx(),
        all,
        beside,
        memory,
        ApiGoals.of(all, beside));
  }

  /** All kinds of requests; in earlier rounds those that depend on the number of submissions. */
  private List<Row> round(int scores, boolean all) throws InterruptedException {
    Collection<String> tokens = new ConcurrentLinkedQueue<>();
    Scenario signIn = Scenario.signIn(load.users());
    List<Row> measured = new ArrayList<>(measure(signIn, scores, SIGNING_IN, tokens));
    if (!signIn.name().contains(load.only())) {
      measured.clear();
    }
    Stream<Scenario> web =
        parts.pageFiles().isEmpty()
            ? Stream.of()
            : Stream.of(Scenario.staticFiles(parts.pageFiles()));
    List<Scenario> others =
        Stream.of(
                Scenario.anonymous().stream(),
                Scenario.signedIn(List.copyOf(tokens), load.exercises()).stream(),
                web)
            .flatMap(each -> each)
            .filter(scenario -> all || scenario.grows())
            .filter(scenario -> scenario.name().contains(load.only()))
            .toList();
    warmUp(others);
    for (Scenario each : others) {
      measured.addAll(measure(each, scores, load.connections(), new ArrayList<>()));
    }
    return all
        ? measured
        : measured.stream().filter(row -> !row.what().equals(Scenario.SIGN_IN)).toList();
  }

  /** Until the virtual machines have compiled what serves these requests. */
  private void warmUp(List<Scenario> scenarios) throws InterruptedException {
    int gateway = parts.port(Way.GATEWAY, "");
    for (Scenario each : scenarios) {
      progress.accept("Warming up: " + each.name());
      var _ = new Clients(gateway, load.connections(), each.requests()).run(load.time());
    }
  }

  private List<Row> measure(
      Scenario scenario, int scores, int connections, Collection<String> tokens)
      throws InterruptedException {
    List<Row> measured = new ArrayList<>();
    for (Way way : Way.values()) {
      if (scenario.ways().contains(way) && (way != Way.NGINX || parts.hasNginx())) {
        progress.accept(
            "Measuring: %s, %s, %,d submissions".formatted(scenario.name(), name(way), scores));
        measured.add(measure(scenario, way, scores, connections, tokens));
      }
    }
    Optional<Row> nginx =
        measured.stream().filter(row -> row.way().equals(name(Way.NGINX))).findFirst();
    return nginx.isEmpty()
        ? measured
        : measured.stream()
            .map(
                row -> row.way().equals(name(Way.NGINX)) ? row : row.with(ratios(row, nginx.get())))
            .toList();
  }

  private Row measure(
      Scenario scenario, Way way, int scores, int connections, Collection<String> tokens)
      throws InterruptedException {
    int port = parts.port(way, scenario.service());
    Consumer<String> reader =
        scenario.name().equals(Scenario.SIGN_IN)
            ? body -> tokens.add(Json.TOLERANT.readTree(body).path("access_token").asString())
            : _ -> {};
    Clients.Seen warm =
        new Clients(port, connections, scenario.requests())
            .reading(reader)
            .run(load.time().dividedBy(2));
    Map<String, Long> before = cpu();
    Clients.Seen many =
        new Clients(port, connections, scenario.requests()).reading(reader).run(load.time());
    Map<String, Long> after = cpu();
    Clients.Seen one =
        new Clients(port, 1, scenario.requests()).reading(reader).run(load.time().dividedBy(2));
    Map<String, Double> micros = new LinkedHashMap<>();
    after.forEach((part, millis) -> {
      double spent = (millis - before.getOrDefault(part, millis)) * 1000.0;
      micros.put(part, Math.round(spent / Math.max(1, many.times().count()) * 10) / 10.0);
    });
    return new Row(
        scenario.name(),
        name(way),
        scores,
        many.perSecond(),
        many.times(),
        one.times(),
        micros,
        Optional.empty(),
        warm.failed() + many.failed() + one.failed(),
        Stream.of(warm, many, one).flatMap(seen -> seen.errors().stream()).distinct().toList());
  }

  private Map<String, Long> cpu() {
    Map<String, Long> millis = new LinkedHashMap<>();
    parts
        .processes()
        .forEach((name, each) -> millis.put(name, ProcessFigures.of(each).cpuMillis()));
    return millis;
  }

  private static Ratios ratios(Row row, Row nginx) {
    return new Ratios(
        row.perSecond() / nginx.perSecond(),
        row.many().p50() / nginx.many().p50(),
        row.many().p99() / nginx.many().p99(),
        row.frontMicros() / nginx.frontMicros());
  }

  /** The list for one client, while others sign in, all through the gateway. */
  private Beside besideSignIns() throws InterruptedException {
    progress.accept("Measuring the list beside sign-ins");
    int gateway = parts.port(Way.GATEWAY, "");
    Scenario list =
        Scenario.anonymous().stream()
            .filter(each -> each.name().equals(Scenario.LIST))
            .findFirst()
            .orElseThrow();
    Clients readers = new Clients(gateway, 1, list.requests());
    AtomicReference<Clients.Seen> seen =
        new AtomicReference<>(new Clients.Seen(Times.of(List.of()), 1, 0, List.of()));
    Thread reading =
        Thread.ofPlatform()
            .name("reader")
            .start(() -> {
              try {
                seen.set(readers.run(load.time().multipliedBy(2)));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Clients.Seen signIns =
        new Clients(gateway, SIGNING_IN, Scenario.signIn(load.users()).requests())
            .paced(SIGN_INS)
            .run(load.time().multipliedBy(2));
    reading.join();
    return new Beside(
        SIGN_INS,
        signIns.perSecond(),
        signIns.times(),
        seen.get().times(),
        signIns.failed() + seen.get().failed());
  }
}
