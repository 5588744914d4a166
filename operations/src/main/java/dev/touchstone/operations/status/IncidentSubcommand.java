package dev.touchstone.operations.status;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.status.Incident.Impact;
import dev.touchstone.operations.status.Incident.Stage;
import dev.touchstone.operations.status.Incident.Update;
import dev.touchstone.platform.http.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes incidents for the status page. */
@Command(
    name = "incident",
    description = {
      "Announces an incident on the status page, in English and Vietnamese.",
      "Each command publishes the page anew."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  operations incident open --page s3://school-status --impact major \\",
      "    --component scores --title-en 'Judging is slow' --title-vi 'Chấm bài chậm' \\",
      "    --text-en 'Verdicts take minutes. Nothing is lost.' \\",
      "    --text-vi 'Kết quả chấm đến chậm vài phút. Không bài nào bị mất.'"
    },
    mixinStandardHelpOptions = true)
public final class IncidentSubcommand implements Runnable {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-").withZone(ZoneOffset.UTC);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Place place;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public IncidentSubcommand(Place place) {
    this(place, Clock.systemUTC());
  }

  IncidentSubcommand(Place place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing required subcommand: open, update, close or list");
  }

  @Command(name = "open", description = "Begins an incident.", mixinStandardHelpOptions = true)
  int open(
      @Mixin PageOption page,
      @Option(
              names = "--impact",
              required = true,
              paramLabel = "IMPACT",
              description = "${COMPLETION-CANDIDATES}")
          Impact impact,
      @Option(
              names = "--component",
              required = true,
              paramLabel = "NAME",
              description =
                  "what is affected: gateway, user-management, exercises, scores, judge or database; may be repeated")
          List<String> components,
      @Option(names = "--title-en", required = true, paramLabel = "TEXT") String titleEnglish,
      @Option(names = "--title-vi", required = true, paramLabel = "TEXT") String titleVietnamese,
      @Mixin UpdateText text,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              converter = UtcTime.class,
              description = "when it began, such as 2026-11-29T14:05:00Z; now by default")
          Optional<Instant> at) {
    components.stream()
        .filter(component -> !Component.known().contains(component))
        .findFirst()
        .ifPresent(component -> {
          throw bad(
              "There is no component %s. The components are: %s."
                  .formatted(component, String.join(", ", Component.known())));
        });
    Instant now = now();
    Instant begun = time(at, now);
    byte[] suffix = new byte[2];
    RANDOM.nextBytes(suffix);
    Incident incident =
        new Incident(
            ID.format(now) + HexFormat.of().formatHex(suffix),
            impact,
            components.stream().distinct().toList(),
            text.title(spec, titleEnglish, titleVietnamese),
            begun,
            null,
            List.of(new Update(now, Stage.investigating, text.words(spec))));
    StatusPage status = page.open(place);
    status.incidents().add(incident);
    return published(status, now, "Opened", incident.id());
  }

  @Command(
      name = "update",
      description = "Adds what is known now to an incident.",
      mixinStandardHelpOptions = true)
  int update(
      @Parameters(paramLabel = "ID") String id,
      @Mixin PageOption page,
      @Mixin UpdateText text,
      @Option(
              names = "--stage",
              paramLabel = "STAGE",
              description =
                  "investigating, identified or monitoring; the same as before by default")
          Optional<Stage> stage) {
    if (stage.filter(Stage.closed::equals).isPresent()) {
      throw bad("To end an incident, use \"incident close\".");
    }
    Instant now = now();
    Words words = text.words(spec);
    StatusPage status = page.open(place);
    status
        .incidents()
        .change(
            checkedId(id),
            incident -> {
              requireOpen(incident);
              Stage next = stage.orElse(incident.updates().getLast().stage());
              return incident.with(new Update(now, next, words), null);
            });
    return published(status, now, "Updated", id);
  }

  @Command(name = "close", description = "Ends an incident.", mixinStandardHelpOptions = true)
  int close(
      @Parameters(paramLabel = "ID") String id,
      @Mixin PageOption page,
      @Mixin UpdateText text,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              converter = UtcTime.class,
              description = "when it ended, such as 2026-11-29T14:05:00Z; now by default")
          Optional<Instant> at) {
    Instant now = now();
    Instant end = time(at, now);
    Words words = text.words(spec);
    StatusPage status = page.open(place);
    status
        .incidents()
        .change(
            checkedId(id),
            incident -> {
              requireOpen(incident);
              if (end.isBefore(incident.begunAt())) {
                throw bad(
                    "It began at %s; it can't have ended at %s."
                        .formatted(incident.begunAt(), end));
              }
              return incident.with(new Update(now, Stage.closed, words), end);
            });
    return published(status, now, "Closed", id);
  }

  @Command(
      name = "list",
      description = "Lists the incidents that go on.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin PageOption page,
      @Option(names = "--all", description = "also those that are over") boolean all,
      @Option(names = "--json", description = "with everything that was said") boolean json) {
    Incidents store = page.open(place).incidents();
    Incidents.Found found = store.read(store.stored());
    List<Incident> incidents =
        found.incidents().stream().filter(incident -> all || incident.goesOn()).toList();
    if (json) {
      say(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(incidents));
      return Faults.say(spec, found.faults());
    }
    incidents.forEach(incident ->
        say(
            "%s  %s  %s to %s  %s  %s"
                .formatted(
                    incident.id(),
                    incident.impact(),
                    incident.begunAt(),
                    incident.goesOn() ? "now" : incident.endedAt(),
                    String.join(",", incident.components()),
                    incident.title().en())));
    if (incidents.isEmpty()) {
      say(all ? "There are no incidents." : "No incident goes on.");
    }
    return Faults.say(spec, found.faults());
  }

  private int published(StatusPage status, Instant now, String what, String id) {
    say(what + " incident " + id);
    try {
      List<String> faults = status.publish(now);
      say("The page in %s shows it.".formatted(status.name()));
      return Faults.say(spec, faults);
    } catch (OperationFailed e) {
      throw new OperationFailed(
          "Incident %s is recorded, but the page is not published: %s Don't repeat the command; the next \"status publish\" or \"incident update\" that works shows it."
              .formatted(id, e.getMessage()),
          e);
    }
  }

  private static void requireOpen(Incident incident) {
    if (!incident.goesOn()) {
      throw new OperationFailed(
          "Incident %s ended at %s. Open a new one.".formatted(incident.id(), incident.endedAt()));
    }
  }

  /** It becomes part of a file's name. */
  private String checkedId(String id) {
    if (!id.matches("[0-9a-f-]{1,40}")) {
      throw bad("%s is not the id of an incident, such as 20261129-140500-3f2a.".formatted(id));
    }
    return id;
  }

  private Instant time(Optional<Instant> given, Instant now) {
    Instant time = given.orElse(now);
    if (time.isAfter(now)) {
      throw bad("--at must not be in the future: it is %s now.".formatted(now));
    }
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private CommandLine.ParameterException bad(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
