package dev.touchstone.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server as any client does. Immutable: {@code with…} methods return another probe. */
public final class HttpProbe {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final @Nullable String token;

  private HttpProbe(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** Calls a server on this machine. */
  public static HttpProbe on(int port) {
    return new HttpProbe(URI.create("http://127.0.0.1:" + port), null);
  }

  /** Calls with a bearer token. */
  public HttpProbe withToken(String bearer) {
    return new HttpProbe(base, bearer);
  }

  /** What came back. */
  public record Answer(HttpResponse<byte[]> response) {
    /** The HTTP status. */
    public int status() {
      return response.statusCode();
    }

    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The body as text. */
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The code of a problem document; empty for any other body. */
    public String code() {
      return header("Content-Type").startsWith("application/problem+json")
          ? json().path("code").asString("")
          : "";
    }

    /** A response header, empty where absent. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** GET. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** POST with a JSON body. */
  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  /** Any method with a JSON body. */
  public Answer send(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  /** A request with the token, to complete and {@link #send(HttpRequest.Builder)}. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Sends a request and waits for the whole response. */
  public Answer send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The same, but without the body of a stream of events, which lasts. */
  public Answer begin(HttpRequest.Builder request) {
    return send(
        request,
        response ->
            response
                    .headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent()
                ? new NoBody()
                : HttpResponse.BodySubscribers.ofByteArray());
  }

  private static Answer send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<byte[]> reading) {
    try {
      return new Answer(CLIENT.send(request.build(), reading));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request and returns as soon as the headers are there; close the body. */
  public HttpResponse<InputStream> open(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the connection as soon as the headers are there. */
  private static final class NoBody implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> nothing =
        CompletableFuture.completedFuture(new byte[0]);

    @Override
    public CompletionStage<byte[]> getBody() {
      return nothing;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
