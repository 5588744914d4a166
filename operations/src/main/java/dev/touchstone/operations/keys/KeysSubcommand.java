package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.files.DurableFile;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rotates the SSH key of the bastion. */
@Command(
    name = "keys",
    description = {
      "Rotates the SSH key that opens tunnels through the bastion.",
      "Private keys stay on the machine of the person who runs it; in a CI it goes as",
      "far as it can without one, and waits."
    },
    footerHeading = "%nSettings, as environment variables:%n",
    mixinStandardHelpOptions = true)
public final class KeysSubcommand implements Runnable {
  private final Function<String, KeysSettings> settings;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public KeysSubcommand(Environment environment) {
    this(name -> KeysSettings.read(environment, name), Clock.systemUTC());
  }

  KeysSubcommand(Function<String, KeysSettings> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The command with its settings in its help. */
  public CommandLine commandLine() {
    CommandLine line = new CommandLine(this);
    line.getCommandSpec().usageMessage().footer(KeysSettings.HELP);
    return line;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing required subcommand: rotate, resume or report");
  }

  @Command(
      name = "rotate",
      description = "Begins a rotation and goes as far as it can.",
      mixinStandardHelpOptions = true)
  int rotate(
      @Option(names = "--environment", required = true, description = "Such as prod.")
          String environment,
      @Option(
              names = "--emergency",
              description =
                  "A key may be in wrong hands: takes all keys away first, ends all sessions and lists the sign-ins.")
          boolean emergency,
      @Option(names = "--dry-run", description = "Says what it would do and changes nothing.")
          boolean dryRun) {
    KeysSettings with = settings.apply(requireName(environment));
    Site site = with.site();
    Journal.Opened opened = Journal.open(site);
    Instant now = clock.instant();
    Rotation running = opened.last().filter(last -> !last.finished()).orElse(null);
    if (running != null && (!emergency || running.emergency())) {
      throw new OperationFailed(
          "The rotation %s is in the state %s. Go on with \"keys resume\"%s."
              .formatted(
                  running.id(),
                  running.state(),
                  running.emergency() ? "" : ", or overtake it with --emergency"));
    }
    List<PublicKey> authorized = PublicKey.parseAll(site.authorizedKeys());
    if (dryRun) {
      say("Would begin %s rotation.".formatted(emergency ? "an emergency" : "a quarterly"));
      authorized.forEach(key -> say("Would replace " + key.line() + " " + key.fingerprint()));
      if (running != null) {
        say("Would end the rotation " + running.id() + ", which goes on.");
      }
      say(
          emergency
              ? "Would take these keys away at once, end all sessions on the bastion and list their sign-ins, then make, try, deploy and verify a new key."
              : "Would make, try, deploy and verify a new key; both would be valid for %d hours."
                  .formatted(with.overlap().toHours()));
      return 0;
    }
    String run = UUID.randomUUID().toString();
    if (running != null) {
      opened.journal().append(running.finish(now, "overtaken by an emergency"));
    }
    String id = environment + "-" + now.toString().replaceAll("[.].*|[-:Z]", "").replace('T', '-');
    Rotation begun =
        Rotation.begin(id, emergency, oldKeys(authorized, running), Worker.current(run, now), now);
    opened.journal().append(begun);
    return goOn(environment, with, opened.journal(), begun, run);
  }

  @Command(
      name = "resume",
      description = "Goes on with a rotation that waits or was interrupted.",
      mixinStandardHelpOptions = true)
  int resume(
      @Option(names = "--environment", required = true, description = "Such as prod.")
          String environment) {
    KeysSettings with = settings.apply(requireName(environment));
    Journal.Opened opened = Journal.open(with.site());
    Rotation last = opened.last().filter(rotation -> !rotation.finished()).orElse(null);
    if (last == null) {
      say("No rotation goes on.");
      return 0;
    }
    Instant now = clock.instant();
    Worker worker = last.worker();
    if (worker != null && worker.busy(now)) {
      throw new OperationFailed(
          "The process %d on %s is at work on this rotation. If it has died, run this again after %s."
              .formatted(worker.process(), worker.host(), worker.until()));
    }
    String run = UUID.randomUUID().toString();
    Rotation claimed = last.at(now, Worker.current(run, now));
    opened.journal().append(claimed);
    return goOn(environment, with, opened.journal(), claimed, run);
  }

  @Command(
      name = "report",
      description = "Shows the last rotation; with --json all of them, and whether one is due.",
      mixinStandardHelpOptions = true)
  int report(
      @Option(names = "--environment", required = true, description = "Such as prod.")
          String environment,
      @Option(names = "--json", description = "For programs.") boolean json) {
    RotationReport report = reportOf(environment, settings.apply(requireName(environment)).site());
    say(json ? Json.MAPPER.writeValueAsString(report) : report.page().stripTrailing());
    return 0;
  }

  private int goOn(
      String environment, KeysSettings with, Journal journal, Rotation begun, String run) {
    Rotator rotator =
        new Rotator(
            with.site(),
            with.shell(),
            with.privateKeys(),
            with.terraform(),
            with.overlap(),
            clock,
            this::say);
    Rotator.Outcome outcome = rotator.run(journal, begun, run);
    if (!outcome.rotation().finished()) {
      say("%s waits for %s.".formatted(begun.id(), outcome.waitingFor()));
      return 0;
    }
    Path page = with.folder().resolve(begun.id() + ".md");
    try {
      Files.createDirectories(with.folder());
      DurableFile.write(page, reportOf(environment, with.site()).page());
    } catch (IOException e) {
      throw new OperationFailed(
          "The rotation is complete, but its report can't be written to %s. \"keys report\" prints it."
              .formatted(page),
          e);
    }
    say("%s is complete. The report is in %s.".formatted(begun.id(), page));
    return 0;
  }

  /** All that are valid, and the one that the rotation that is overtaken may still make valid. */
  private static List<String> oldKeys(List<PublicKey> authorized, @Nullable Rotation overtaken) {
    Set<String> lines = new LinkedHashSet<>();
    authorized.forEach(key -> lines.add(key.line()));
    if (overtaken != null) {
      overtaken.key().ifPresent(key -> lines.add(key.line()));
    }
    return List.copyOf(lines);
  }

  private RotationReport reportOf(String environment, Site site) {
    return RotationReport.of(environment, site, Journal.open(site).entries(), clock.instant());
  }

  private String requireName(String environment) {
    if (!environment.matches("[a-z][a-z0-9-]{0,30}")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--environment is a name such as prod: small letters, digits, -");
    }
    return environment;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
