package dev.touchstone.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads the body of a request that was sent, by subscribing to its publisher again. */
final class RequestBody implements Flow.Subscriber<ByteBuffer> {
  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();

  private RequestBody() {}

  /** The body, empty where there is none. */
  static byte[] of(HttpRequest request) {
    if (request.bodyPublisher().isEmpty()) {
      return new byte[0];
    }
    RequestBody body = new RequestBody();
    request.bodyPublisher().get().subscribe(body);
    return body.bytes.getBody().toCompletableFuture().join();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    bytes.onSubscribe(subscription);
  }

  @Override
  public void onNext(ByteBuffer part) {
    bytes.onNext(List.of(part));
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
