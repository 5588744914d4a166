package dev.touchstone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The AWS provider, started once for many Terraform commands. Otherwise each command would start
 * one for every run of a test, which took two thirds of the time (13.3 s of CPU for the 14 runs of
 * the module network, 4.5 s with this).
 *
 * <p>Each command configures it again for all. So commands with the same configuration (region and
 * tags) can share it at the same time, commands with different ones only one after the other, and a
 * command that configures a second region under an alias can't; mocks configure nothing.
 */
final class Provider implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("TF_REATTACH_PROVIDERS='(.*)'");

  private final Server server;

  private Provider(Server server) {
    this.server = server;
  }

  /**
   * Starts the provider, which reads the address of AWS from its own environment, not Terraform's.
   */
  static Provider start(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("GOGC", Tools.GOGC);
    // Otherwise the provider logs every call with its body.
    variables.put("TF_LOG_PROVIDER", "off");
    variables.put("TF_LOG_SDK", "off");
    return new Provider(Server.start(variables, List.of(program().toString(), "-debug"), READY));
  }

  private static Path program() {
    try (Stream<Path> files = Files.list(Tools.provider())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("terraform-provider-aws"))
          .findFirst()
          .orElseThrow();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** What Terraform needs to find it. */
  Map<String, String> environment() {
    return Map.of("TF_REATTACH_PROVIDERS", server.ready());
  }

  @Override
  public void close() {
    server.close();
  }
}
