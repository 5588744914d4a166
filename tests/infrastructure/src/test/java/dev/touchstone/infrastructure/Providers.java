package dev.touchstone.infrastructure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The running providers of a deployment, each started at its first use. Thread-safe. */
final class Providers implements AutoCloseable {
  /** A provider under an alias, unless it uses the region of everything else. */
  private static final Pattern SECOND_REGION =
      Pattern.compile(" alias += .*\n +region += (?!\"us-east-1\")");

  /** Variables with the address of AWS for providers and Terraform. */
  private final Map<String, String> environment;

  private final Map<String, Provider> running = new ConcurrentHashMap<>();

  Providers(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Terraform for a folder, with the provider of a name. A root that needs a second region starts
   * its own provider, since all commands share the configuration of a running one.
   */
  Terraform terraform(String name, Path folder) {
    Map<String, String> variables = new HashMap<>(environment);
    if (!SECOND_REGION.matcher(Sources.text(folder)).find()) {
      variables.putAll(
          running.computeIfAbsent(name, _ -> Provider.start(environment)).environment());
    }
    return new Terraform(folder, variables);
  }

  @Override
  public void close() {
    running.values().forEach(Provider::close);
  }
}
