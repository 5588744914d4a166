package dev.touchstone.gateway.cache;

import dev.touchstone.gateway.cache.CachedAnswer.Source;
import dev.touchstone.gateway.problem.ProblemErrorHandler;
import dev.touchstone.gateway.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for what is public from memory. Of requests for the same that come together, one
 * goes to the service and the others wait for it. While the service is unavailable, what is kept
 * stands in for some time.
 */
public final class ResponseCacheHandler extends Handler.Wrapper {
  /** In bytes; larger responses are not kept. */
  private static final int LARGEST = 1024 * 1024;

  private final ResponseStore store;
  private final ChangeFeed changes;
  private final List<String> encodings;
  private final Map<String, Counter> counters;
  private final Map<CacheKey, CompletableFuture<Optional<Shared>>> fillings =
      new ConcurrentHashMap<>();

  /** A response for all who wait. */
  private record Shared(CachedResponse response, boolean stale) {
    void send(Request request, Response response, Callback callback, Source source) {
      CachedAnswer.send(request, response, callback, this.response, stale ? Source.STALE : source);
    }
  }

  private ResponseCacheHandler(
      ResponseStore store,
      ChangeFeed changes,
      List<String> encodings,
      MeterRegistry metrics,
      Handler next) {
    super(next);
    this.store = store;
    this.changes = changes;
    this.encodings = encodings;
    this.counters =
        Stream.of("hit", "miss", "joined", "stale")
            .collect(Collectors.toMap(result -> result, result -> counter(metrics, result)));
    Gauge.builder("gateway.cache.bytes", store, ResponseStore::bytes)
        .description("Size of the responses that are kept.")
        .baseUnit("bytes")
        .register(metrics);
  }

  /**
   * A cache for what goes to the given handler.
   *
   * @param following starts to follow the changes, each of which empties the cache
   * @param encodings those that the handler compresses with, the preferred one first
   */
  public static ResponseCacheHandler around(
      Handler next,
      CacheLimits limits,
      Function<Runnable, ChangeFeed> following,
      List<String> encodings,
      MeterRegistry metrics) {
    ResponseStore store = new ResponseStore(limits);
    return new ResponseCacheHandler(store, following.apply(store::purge), encodings, metrics, next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<CacheKey> key = CacheKey.of(request, encodings);
    if (key.isEmpty()) {
      return super.handle(request, response, callback);
    }
    Optional<CachedResponse> kept = store.find(key.get());
    if (kept.isPresent() && ResponseStore.young(kept.get()) && changes.isCurrent()) {
      count("hit");
      CachedAnswer.send(request, response, callback, kept.get(), Source.KEPT);
      return true;
    }
    if (!request.getMethod().equals("GET")) {
      return super.handle(request, response, callback);
    }
    var filling = new CompletableFuture<Optional<Shared>>();
    var earlier = fillings.putIfAbsent(key.get(), filling);
    if (earlier != null) {
      count("joined");
      var _ =
          earlier.thenAcceptAsync(
              shared -> join(request, response, callback, shared),
              request.getComponents().getExecutor());
      return true;
    }
    count("miss");
    return new Fill(key.get(), kept.orElse(null), filling, request, response, callback).run();
  }

  private void join(
      Request request, Response response, Callback callback, Optional<Shared> shared) {
    try {
      if (shared.isPresent()) {
        shared.get().send(request, response, callback, Source.JOINED);
      } else if (!super.handle(request, response, callback)) {
        Problems.write(request, response, callback, Problems.notFound());
      }
    } catch (Exception e) { // as the server itself does
      Response.writeError(request, response, callback, e);
    }
  }

  private void count(String result) {
    Objects.requireNonNull(counters.get(result)).increment();
  }

  private static Counter counter(MeterRegistry metrics, String result) {
    return Counter.builder("gateway.cache.requests")
        .description("Requests for what is public.")
        .tag("result", result)
        .register(metrics);
  }

  /** One request to the service for all who ask the same. */
  private final class Fill {
    private final CacheKey key;
    private final @Nullable CachedResponse known;
    private final CompletableFuture<Optional<Shared>> result;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final RecordedResponse recorded;
    private final long generation = store.generation();

    Fill(
        CacheKey key,
        @Nullable CachedResponse known,
        CompletableFuture<Optional<Shared>> result,
        Request request,
        Response response,
        Callback callback) {
      this.key = key;
      this.known = known;
      this.result = result;
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.recorded =
          new RecordedResponse(request, response, LARGEST, () -> finish(Optional.empty()));
    }

    boolean run() throws Exception {
      try {
        boolean handled =
            ResponseCacheHandler.super.handle(
                new FillingRequest(request, key, known),
                recorded,
                Callback.from(this::arrived, this::failed));
        if (!handled) {
          finish(Optional.empty());
        }
        return handled;
      } catch (Exception e) {
        finish(Optional.empty());
        throw e;
      }
    }

    private void arrived() {
      if (recorded.isPassing()) {
        callback.succeeded();
        return;
      }
      Optional<Shared> shared = shared();
      finish(shared);
      if (shared.isPresent()) {
        shared.get().send(request, response, callback, Source.FETCHED);
      } else {
        recorded.send(callback);
      }
    }

    private Optional<Shared> shared() {
      if (known != null && recorded.getStatus() == HttpStatus.NOT_MODIFIED_304) {
        return Optional.of(kept(known.checkedNow()));
      }
      if (recorded.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR_500) {
        return standIn();
      }
      return Storability.keep(recorded).map(this::kept);
    }

    private Shared kept(CachedResponse fetched) {
      store.put(key, fetched, generation);
      return new Shared(fetched, false);
    }

    /** Not what is known to have changed since. */
    private Optional<Shared> standIn() {
      if (known == null || store.generation() != generation || !store.standsIn(known)) {
        return Optional.empty();
      }
      count("stale");
      return Optional.of(new Shared(known, true));
    }

    private void failed(Throwable failure) {
      if (recorded.isPassing()) {
        callback.failed(failure);
        return;
      }
      Optional<Shared> shared = standIn();
      finish(shared);
      if (shared.isPresent()) {
        shared.get().send(request, response, callback, Source.STALE);
      } else {
        Problems.write(
            request, response, callback, ProblemErrorHandler.ofStatus(HttpStatus.BAD_GATEWAY_502));
      }
    }

    private void finish(Optional<Shared> shared) {
      fillings.remove(key, result);
      result.complete(shared);
    }
  }
}
