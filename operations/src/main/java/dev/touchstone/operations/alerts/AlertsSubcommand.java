package dev.touchstone.operations.alerts;

import dev.touchstone.operations.handover.TerraformOutputs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Tests the ways that alerts take. */
@Command(
    name = "alerts",
    description = "Tests whether alerts reach Slack, PagerDuty and mail.",
    mixinStandardHelpOptions = true)
public final class AlertsSubcommand implements Runnable {
  private final Function<String, SnsClient> client;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Uses AWS's default credentials. */
  public AlertsSubcommand() {
    this(
        region ->
            SnsClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build(),
        Clock.systemUTC());
  }

  AlertsSubcommand(Function<String, SnsClient> client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing required subcommand: test");
  }

  @Command(
      name = "test",
      description = {
        "Makes a synthetic event for each route, shows exactly what its receivers would get,",
        "and checks that none of them would drop it. With --send it is published, marked as",
        "a test. Exit status 1 if something would be lost. Receivers that have not subscribed",
        "are named in the last line; with --require each of them is a fault."
      },
      footerHeading = "%nFor example:%n",
      footer = {
        "  terraform -chdir=infrastructure/roots/observability output -json \\",
        "    >outputs/observability.json",
        "  operations alerts test --outputs outputs",
        "  operations alerts test --outputs outputs --route alarm-critical --send \\",
        "    --require pagerduty --require slack"
      },
      mixinStandardHelpOptions = true)
  int test(
      @Option(
              names = "--outputs",
              required = true,
              paramLabel = "FOLDER",
              description = "folder with the outputs of the root observability: observability.json")
          Path folder,
      @Option(
              names = "--route",
              paramLabel = "NAME",
              description = "only this route; may be repeated. All of them by default")
          List<String> names,
      @Option(names = "--send", description = "publish to the topics of SNS") boolean send,
      @Option(
              names = "--require",
              paramLabel = "RECEIVER",
              description =
                  "with --send: ${COMPLETION-CANDIDATES} must have subscribed to each topic that Terraform lets it receive; may be repeated")
          List<Receiver> requiredReceivers) {
    List<Receiver> required = requiredReceivers == null ? List.of() : requiredReceivers;
    if (!send && !required.isEmpty()) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--require needs --send.");
    }
    TerraformOutputs outputs = TerraformOutputs.read(folder, "observability");
    List<Route> routes =
        chosen(Route.of(outputs, clock.instant()), names == null ? List.of() : names);
    List<String> lost = new ArrayList<>();
    Set<Receiver> missing = new TreeSet<>();
    for (Route route : routes) {
      show(route);
      route.faults().forEach(fault -> lost.add(route.name() + ": " + fault));
    }
    if (send) {
      try (Topics topics = new Topics(client.apply(outputs.text("alert_routes", "/region")))) {
        routes.stream()
            .filter(route -> route.faults().isEmpty())
            .forEach(route -> {
              Set<Receiver> absent = send(topics, route, lost);
              missing.addAll(absent);
              absent.stream()
                  .filter(required::contains)
                  .forEach(receiver ->
                      lost.add(
                          "%s: %s has no confirmed subscription to %s"
                              .formatted(route.name(), receiver, route.topic())));
            });
      }
      required.stream()
          .distinct()
          .filter(receiver -> routes.stream().noneMatch(r -> r.receivers().contains(receiver)))
          .forEach(receiver -> lost.add("none of these routes has the receiver " + receiver));
    }
    lost.forEach(fault -> say("LOST " + fault));
    say(
        "%d routes, %d faults%s"
            .formatted(
                routes.size(),
                lost.size(),
                missing.isEmpty() ? "" : "; not subscribed: " + joined(missing)));
    return lost.isEmpty() ? 0 : 1;
  }

  private List<Route> chosen(List<Route> routes, List<String> names) {
    List<String> known = routes.stream().map(Route::name).toList();
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "There is no route %s. The routes are: %s."
                  .formatted(name, String.join(", ", known)));
        });
    return routes.stream()
        .filter(route -> names.isEmpty() || names.contains(route.name()))
        .toList();
  }

  private void show(Route route) {
    for (Notice notice : route.notices()) {
      for (Receiver receiver : route.receivers()) {
        say("%s, topic %s, %s:".formatted(route.name(), route.topic(), receiver));
        say(receiver.receives(route.topicArn(), notice).indent(2).stripTrailing());
      }
    }
  }

  /** Publishes; returns the receivers whom nothing reaches because they have not subscribed. */
  private Set<Receiver> send(Topics topics, Route route, List<String> lost) {
    List<Subscription> subscriptions = topics.confirmed(route.topicArn());
    for (Notice notice : route.notices()) {
      say(
          "%s: sent to %d subscriptions, message %s"
              .formatted(
                  route.name(), subscriptions.size(), topics.publish(route.topicArn(), notice)));
    }
    if (subscriptions.isEmpty()) {
      lost.add(route.name() + ": nobody has confirmed a subscription to " + route.topic());
    }
    Set<Receiver> missing = new TreeSet<>(route.receivers());
    missing.removeIf(receiver -> subscriptions.stream().anyMatch(receiver::has));
    if (!missing.isEmpty()) {
      say("%s: no confirmed subscription of %s".formatted(route.name(), joined(missing)));
    }
    return missing;
  }

  private static String joined(Set<Receiver> receivers) {
    return receivers.stream().map(Receiver::toString).collect(Collectors.joining(", "));
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
