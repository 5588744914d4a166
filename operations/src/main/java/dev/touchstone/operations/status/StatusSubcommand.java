package dev.touchstone.operations.status;

import dev.touchstone.operations.process.JsonAnswer;
import dev.touchstone.platform.config.ConfigurationException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a platform and publishes the status page. */
@Command(
    name = "status",
    description = "Publishes the status page, which shows people whether the platform works.",
    mixinStandardHelpOptions = true)
public final class StatusSubcommand implements Runnable {
  private final Place place;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public StatusSubcommand(Place place) {
    this(place, Clock.systemUTC());
  }

  StatusSubcommand(Place place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing required subcommand: publish");
  }

  @Command(
      name = "publish",
      description = {
        "Asks the gateway once what works, adds that to the history of 90 days, and writes",
        "index.html and status.json. Run it every few minutes, from outside the platform.",
        "A platform that does not answer is a result, not a failure. Exit status 1 if an",
        "incident can't be read: the page is published without it."
      },
      footerHeading = "%nSettings, as environment variables:%n",
      footer = {
        "  AWS_REGION                of the bucket",
        "",
        "For example:",
        "  operations status publish --from https://code.school.example --to s3://school-status"
      },
      mixinStandardHelpOptions = true)
  int publish(
      @Option(
              names = "--from",
              required = true,
              paramLabel = "URL",
              description = "the gateway, such as https://code.school.example")
          URI gateway,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "PLACE",
              description = "a folder, or s3://BUCKET or s3://BUCKET/PREFIX")
          String to)
      throws InterruptedException {
    URI address = checked(gateway);
    StatusPage page = new StatusPage(place.open(to));
    Check check;
    try (HttpClient client = JsonAnswer.client()) {
      check = Check.ask(client, address, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
    page.record(check);
    List<String> faults = page.publish(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    Map<String, State> states = new TreeMap<>(check.states());
    Component.ALWAYS.forEach(component -> states.putIfAbsent(component, State.unreachable));
    states.forEach((component, state) -> say(component + ": " + state));
    say("The page in %s is published.".formatted(page.name()));
    return Faults.say(spec, faults);
  }

  private static URI checked(URI gateway) {
    if (gateway.getHost() == null
        || !List.of("http", "https").contains(gateway.getScheme())
        || gateway.getRawUserInfo() != null
        || gateway.getRawQuery() != null
        || !gateway.getPath().replace("/", "").isEmpty()) {
      throw new ConfigurationException(
          "--from must be an address without a path, such as https://code.school.example.");
    }
    return URI.create("%s://%s".formatted(gateway.getScheme(), gateway.getRawAuthority()));
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
