package dev.touchstone.operations.verify;

import dev.touchstone.operations.process.JsonAnswer;
import dev.touchstone.platform.config.ConfigurationException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Asks a platform that was just installed whether it works. A job in the cluster runs it after each
 * synchronization; its failure makes the synchronization fail.
 */
@Command(
    name = "verify",
    description = {
      "Verifies that a platform works: the gateway and every service behind it answer,",
      "tokens can be checked, exercises can be read. Needs no account."
    },
    mixinStandardHelpOptions = true)
public final class VerifySubcommand implements Callable<Integer> {
  /** Between two attempts, in milliseconds. */
  private static final long PAUSE = 1000;

  private static final List<Probe> PROBES =
      List.of(
          new Probe("gateway", "/health", json -> isUp(json, "/status")),
          new Probe("services", "/ready", json -> isUp(json, "/status")),
          new Probe("keys", "/.well-known/jwks.json", json -> isFilled(json, "keys")),
          new Probe("exercises", "/api/v1/exercises?limit=1", json -> isList(json, "items")));

  @Option(
      names = "--gateway",
      required = true,
      paramLabel = "URL",
      description = "such as http://api-gateway-service")
  private URI gateway = URI.create("");

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long to wait for all of it; ${DEFAULT-VALUE} by default")
  private int seconds = 120;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (gateway.getHost() == null || !List.of("http", "https").contains(gateway.getScheme())) {
      throw new ConfigurationException(
          "--gateway must be an address such as http://api-gateway-service, not " + gateway + ".");
    }
    if (seconds < 1) {
      throw new ConfigurationException("--seconds must be 1 or more.");
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    boolean good = true;
    try (HttpClient client = JsonAnswer.client()) {
      for (Probe probe : PROBES) {
        good &= passes(probe, client, deadline);
      }
    }
    return good ? 0 : 1;
  }

  /** Asks until the answer is right or the time is up; each probe is asked at least once. */
  private boolean passes(Probe probe, HttpClient client, long deadline)
      throws InterruptedException {
    Optional<String> fault = probe.ask(client, gateway);
    while (fault.isPresent() && System.nanoTime() + PAUSE * 1_000_000 < deadline) {
      Thread.sleep(PAUSE);
      fault = probe.ask(client, gateway);
    }
    spec.commandLine().getOut().println(probe.name() + ": " + fault.orElse("works"));
    spec.commandLine().getOut().flush();
    return fault.isEmpty();
  }

  private static Optional<String> isUp(JsonNode json, String pointer) {
    String status = json.at(pointer).asString("");
    return status.equals("up") ? Optional.empty() : Optional.of("reports '" + status + "'");
  }

  private static Optional<String> isFilled(JsonNode json, String name) {
    return json.path(name).isArray() && !json.path(name).isEmpty()
        ? Optional.empty()
        : Optional.of("returned no " + name);
  }

  private static Optional<String> isList(JsonNode json, String name) {
    return json.path(name).isArray() ? Optional.empty() : Optional.of("returned no list");
  }
}
