package dev.touchstone.scores.follow;

import dev.touchstone.platform.http.Json;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Status;
import dev.touchstone.scores.wakeup.Signal;
import dev.touchstone.scores.wakeup.Wakeups;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what happens to a job as server-sent events until it is in its final state, resuming after
 * {@code Last-Event-ID}. Thread-safe; a stream holds its (virtual) thread but no connection to the
 * database.
 */
public final class EventStream {
  private static final Logger log = LoggerFactory.getLogger(EventStream.class);
  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");

  /** Makes nginx and its like pass events on at once. */
  private static final HeaderName BUFFERING = HeaderNames.create("X-Accel-Buffering");

  /** How often progress is looked at while judging; see the estimate of it in submissions. */
  private static final Duration PROGRESS = Duration.ofSeconds(1);

  private final Wakeups wakeups;
  private final Duration heartbeat;

  /**
   * Prepares streams.
   *
   * @param heartbeat how often a quiet stream sends a comment, so that no proxy takes the
   *     connection for dead
   */
  public EventStream(Wakeups wakeups, Duration heartbeat) {
    this.wakeups = wakeups;
    this.heartbeat = heartbeat;
  }

  /**
   * Sends events until the job is done, the reader disconnects or the process stops.
   *
   * @param since returns what happened after an event
   */
  public void follow(
      ServerRequest request, ServerResponse response, Job job, LongFunction<Snapshot> since) {
    long known = lastEvent(request);
    Signal signal = wakeups.of(job);
    long seen = signal.count();
    Snapshot snapshot = since.apply(known); // fails with a problem document if it may not be read
    if (snapshot.isBefore(known)) { // a number that is not of this job
      known = 0;
      snapshot = since.apply(known);
    }
    response.header(BUFFERING, "no");
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      boolean first = true;
      int shownDone = snapshot.testsDone();
      long lastSent = System.nanoTime();
      while (true) {
        List<EventReplay.Event> events = EventReplay.after(known, snapshot, first);
        known = events.isEmpty() ? known : events.getLast().number();
        if (events.isEmpty() && snapshot.testsDone() != shownDone) {
          events = List.of(EventReplay.progress(snapshot));
        }
        events.forEach(event -> sink.emit(sse(event)));
        shownDone = snapshot.testsDone();
        if (snapshot.state().status().isFinal() || wakeups.isClosed()) {
          return;
        }
        lastSent = events.isEmpty() ? lastSent : System.nanoTime();
        Duration quiet = heartbeat.minusNanos(System.nanoTime() - lastSent);
        if (!quiet.isPositive()) {
          sink.emit(SseEvent.builder().comment("still here").build());
          lastSent = System.nanoTime();
          quiet = heartbeat;
        }
        signal.await(seen, wait(snapshot, quiet));
        seen = signal.count();
        first = false;
        snapshot = since.apply(known);
      }
    } catch (UncheckedIOException | CloseConnectionException e) {
      log.debug("The client following {} has disconnected", job.name());
    }
  }

  private static Duration wait(Snapshot snapshot, Duration quiet) {
    boolean progresses = snapshot.state().status() == Status.JUDGING;
    return progresses && quiet.compareTo(PROGRESS) > 0 ? PROGRESS : quiet;
  }

  private static SseEvent sse(EventReplay.Event event) {
    SseEvent.Builder sse = SseEvent.builder();
    if (event.number() != EventReplay.Event.NO_NUMBER) {
      sse.id(Long.toString(event.number()));
    }
    return sse.name(event.name()).data(Json.MAPPER.writeValueAsString(event.data())).build();
  }

  private static long lastEvent(ServerRequest request) {
    String id = request.headers().first(LAST_EVENT_ID).orElse("0");
    return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
  }
}
