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
 * The AWS provider, started once for many Terraform commands. Each would start its own otherwise,
 * once for every run of a test: that was two thirds of their time (13.3 s of CPU for the 14 runs of
 * the module network, 4.5 s with this).
 *
 * <p>Each command configures it anew for all. So commands of one configuration (region and tags)
 * share it at the same time, others one after the other, and none that configures a second region
 * under an alias; mocked ones configure nothing.
 */
final class Provider implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("TF_REATTACH_PROVIDERS='(.*)'");

  private final Server server;

  private Provider(Server server) {
    this.server = server;
  }

  /**
   * Starts the provider; it reads the address of AWS from its own variables, not from Terraform's.
   */
  static Provider start(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("GOGC", Tools.GOGC);
    // A provider that runs by itself would tell of every call and its body.
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
