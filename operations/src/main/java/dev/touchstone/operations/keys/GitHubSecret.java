package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The secret {@code BASTION_PUBLIC_KEY} of a GitHub environment, from which a workflow sets the
 * variable {@code bastion_public_key}. GitHub's own program {@code gh} encrypts and sends it.
 */
final class GitHubSecret implements TerraformKeys {
  static final String NAME = "BASTION_PUBLIC_KEY";

  private static final Duration TIME = Duration.ofMinutes(1);

  private final String gh;
  private final String repository;
  private final String environment;

  /**
   * Uses a repository.
   *
   * @param gh the program
   * @param repository owner/name
   */
  GitHubSecret(String gh, String repository, String environment) {
    this.gh = gh;
    this.repository = repository;
    this.environment = environment;
  }

  @Override
  public String set(List<PublicKey> keys) {
    List<String> command = new ArrayList<>(List.of(gh, "secret"));
    command.addAll(keys.isEmpty() ? List.of("delete", NAME) : List.of("set", NAME));
    command.addAll(List.of("--repo", repository, "--env", environment));
    String lines = keys.stream().map(PublicKey::line).collect(Collectors.joining("\n"));
    Program.Ending ending = Program.run(command, Map.of(), lines, TIME);
    // After a crash it may be gone already.
    if (!(keys.isEmpty() && ending.output().contains("HTTP 404"))) {
      String _ = ending.required("gh");
    }
    return "%s of %s, environment %s, has %d key(s)."
        .formatted(NAME, repository, environment, keys.size());
  }
}
