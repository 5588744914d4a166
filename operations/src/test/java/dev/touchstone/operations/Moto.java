package dev.touchstone.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** A moto server on a free port, until closed. It imitates AWS and is not AWS. */
public final class Moto implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Running on (http://[0-9.:]+)");

  private final Process process;
  private final URI address;

  private Moto(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it; where it is not installed, the test is skipped. */
  public static Moto start() throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("moto_server is not installed: " + e.getMessage());
      throw e;
    }
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher matcher = READY.matcher(line);
      if (matcher.find()) {
        // It writes a line for each request: an unread pipe would fill up and block it.
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return new Moto(process, URI.create(matcher.group(1)));
      }
    }
    throw new IOException("moto_server ended before it was ready");
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** Makes a client that calls only this server. */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configure(B builder) {
    return builder
        .endpointOverride(address)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
