package dev.touchstone.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AWS of this machine: moto's server on a free port, alive until closed. */
final class Moto implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Running on (http://[0-9.:]+)");

  private final Process process;
  private final URI address;

  private Moto(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Moto start() {
    ProcessBuilder builder =
        new ProcessBuilder(Tools.motoServer().toString(), "-H", "127.0.0.1", "-p", "0")
            .redirectErrorStream(true);
    // The roles attach policies that AWS manages.
    builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      StringBuilder seen = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        seen.append(line).append('\n');
        Matcher matcher = ADDRESS.matcher(line);
        if (matcher.find()) {
          // It writes a line for each request; unread, they would fill the pipe and stop it.
          Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
          return new Moto(process, URI.create(matcher.group(1)));
        }
      }
      throw new IllegalStateException("moto_server ended before it listened:\n" + seen);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  URI address() {
    return address;
  }

  /** What the AWS provider needs to talk to this server and to no other. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", address.toString(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_REGION", "us-east-1",
        // A call that moto lacks would be tried again for minutes.
        "AWS_MAX_ATTEMPTS", "2",
        "AWS_EC2_METADATA_DISABLED", "true",
        "AWS_CA_BUNDLE", "");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
