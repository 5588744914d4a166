package dev.touchstone.infrastructure;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A moto server on a free port of this machine, until closed. */
final class Moto implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Running on (http://[0-9.:]+)");

  private final Server server;

  private Moto(Server server) {
    this.server = server;
  }

  static Moto start() {
    return new Moto(
        Server.start(
            // The roles attach managed policies of AWS; a certificate is validated after one
            // second, not sixty.
            Map.of("MOTO_IAM_LOAD_MANAGED_POLICIES", "true", "MOTO_ACM_VALIDATION_WAIT", "1"),
            List.of(Tools.motoServer().toString(), "-H", "127.0.0.1", "-p", "0"),
            READY));
  }

  URI address() {
    return URI.create(server.ready());
  }

  /** Variables that make the AWS provider call only this server. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", server.ready(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_REGION", "us-east-1",
        // The provider would retry an unsupported call for minutes.
        "AWS_MAX_ATTEMPTS", "2",
        "AWS_EC2_METADATA_DISABLED", "true",
        "AWS_CA_BUNDLE", "");
  }

  @Override
  public void close() {
    server.close();
  }
}
