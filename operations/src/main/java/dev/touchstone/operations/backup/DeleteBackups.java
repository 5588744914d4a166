package dev.touchstone.operations.backup;

import dev.touchstone.platform.config.Environment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup retention}: deletes archives that are no longer kept. */
@Command(
    name = "retention",
    description = {
      "Lists the backups of a kind that are no longer kept, and with --delete deletes them. The",
      "newest is always kept."
    },
    mixinStandardHelpOptions = true)
final class DeleteBackups implements Callable<Integer> {
  @Parameters(paramLabel = "KIND", description = "databases, state or manifests.")
  private Kind kind = Kind.DATABASES;

  @Mixin private Retention retention = new Retention();

  @Option(names = "--delete", description = "Deletes them; without it nothing is deleted.")
  private boolean delete;

  @Option(names = "--dry-run", description = "Deletes nothing, which is the default.")
  private boolean dryRun;

  private final Environment environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  DeleteBackups(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (delete && dryRun) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--delete and --dry-run contradict each other.");
    }
    if (kind == Kind.OBJECTS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Objects belong to several backups, so none of them is deleted.");
    }
    BackupSettings settings = BackupSettings.from(environment);
    environment.finish();
    Output output = new Output(spec);
    return output.run(
        settings,
        "backup-retention-" + kind,
        (place, started) -> {
          BackupNames names = Archives.names(place, kind);
          List<String> all = names.all(started);
          List<String> unneeded = retention.unneeded(all);
          for (String name : unneeded) {
            if (delete) {
              place.delete(kind + "/" + name);
            }
            output.say((delete ? "Deleted: " : "Would delete: ") + name);
          }
          output.say("Kept: %d of %d".formatted(all.size() - unneeded.size(), all.size()));
          return Map.of(delete ? "deleted" : "would_delete", unneeded);
        });
  }
}
