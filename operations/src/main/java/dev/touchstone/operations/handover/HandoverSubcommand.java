package dev.touchstone.operations.handover;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes Terraform's values where Argo CD reads them; the change is reviewed as a pull request. */
@Command(
    name = "handover",
    description = {
      "Writes Terraform's values into the secret by which Argo CD knows its cluster.",
      "Commit the file in a pull request: Argo CD uses it once it is merged."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  for root in network cluster data edge; do",
      "    terraform -chdir=infrastructure/roots/$root output -json >outputs/$root.json",
      "  done",
      "  operations handover --environment staging --outputs outputs"
    },
    mixinStandardHelpOptions = true)
public final class HandoverSubcommand implements Runnable {
  /** The environments that Terraform knows. */
  enum EnvironmentName {
    dev,
    staging,
    prod
  }

  @Option(
      names = "--environment",
      required = true,
      paramLabel = "NAME",
      description = "dev, staging or prod")
  private EnvironmentName environment = EnvironmentName.dev;

  @Option(
      names = "--outputs",
      required = true,
      paramLabel = "FOLDER",
      description =
          "folder with the outputs of the roots: network.json, cluster.json, data.json, edge.json")
  private Path outputs = Path.of("");

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "file to write; deploy/environments/NAME/cluster.yaml by default")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "print the file, write nothing")
  private boolean dryRun;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    ClusterSecret secret = ClusterSecret.of(environment.name(), outputs);
    String yaml = secret.yaml();
    if (dryRun) {
      say(yaml.stripTrailing());
      return;
    }
    Path target =
        file == null ? Path.of("deploy/environments", environment.name(), "cluster.yaml") : file;
    try {
      if (Files.exists(target) && Files.readString(target).equals(yaml)) {
        say(target + ": unchanged");
        return;
      }
      Path folder = target.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new ConfigurationException(
            "The folder of %s does not exist. Run this in the repository, or choose a file with --file."
                .formatted(target));
      }
      DurableFile.write(target, yaml);
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s cannot be written. Check the rights of its folder.".formatted(target));
    }
    say("%s: written, %d values".formatted(target, secret.values().size()));
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
