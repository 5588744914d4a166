package dev.touchstone.judge.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.LeaseRequest;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.ReleaseReport;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The scores service as far as a judge calls it, written by hand: hands out the leases that a test
 * puts into it and remembers what is reported. It can be slow, fail, forget leases, and go away and
 * come back on the same port.
 */
final class FakeScores implements AutoCloseable {
  /** How long a call for work is kept at most, so that a stopping worker is not waited for. */
  private static final long LONGEST_WAIT_MS = 200;

  final BlockingQueue<Lease> work = new LinkedBlockingQueue<>();
  final List<LeaseRequest> requests = new CopyOnWriteArrayList<>();
  final List<ProgressReport> progress = new CopyOnWriteArrayList<>();
  final List<ResultReport> results = new CopyOnWriteArrayList<>();
  final List<ReleaseReport> releases = new CopyOnWriteArrayList<>();
  final AtomicInteger heartbeats = new AtomicInteger();

  /** Ids of leases that have ended. */
  final Set<String> lost = ConcurrentHashMap.newKeySet();

  /** How many of the next reports are taken but answered with 503, as if the answer got lost. */
  final AtomicInteger answersToLose = new AtomicInteger();

  /** How many of the next calls are answered with 503. */
  final AtomicInteger failures = new AtomicInteger();

  /** How long a heartbeat or progress report takes. */
  volatile Duration delay = Duration.ZERO;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile HttpServer server = listen(0);
  private final int port = server.getAddress().getPort();

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Goes away: connections are refused. */
  void stop() {
    server.stop(0);
  }

  /** Comes back on the same port. */
  void startAgain() {
    server = listen(port);
  }

  /** All tests that progress reports brought, the repeated ones, too. */
  List<TestResult> tests() {
    return progress.stream().flatMap(report -> report.tests().stream()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpServer listen(int wanted) {
    try {
      HttpServer created =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      created.setExecutor(threads);
      created.createContext("/internal/v1/leases", this::answer);
      created.start();
      return created;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (takeOne(failures)) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (path.length == 4) {
        acquire(exchange, Json.MAPPER.readValue(body, LeaseRequest.class));
      } else {
        report(exchange, path[4], path[5], body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acquire(HttpExchange exchange, LeaseRequest request)
      throws IOException, InterruptedException {
    requests.add(request);
    long wait = Math.min(request.waitMs(), LONGEST_WAIT_MS);
    Optional<Lease> lease = Optional.ofNullable(work.poll(wait, TimeUnit.MILLISECONDS));
    if (lease.isEmpty()) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    byte[] answer = Json.MAPPER.writeValueAsBytes(lease.get());
    try {
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.getResponseBody().flush(); // closing the exchange would hide a failure
    } catch (IOException e) { // the caller is gone; the work goes back, as that of an expired lease
      work.add(lease.get());
    }
  }

  private void report(HttpExchange exchange, String lease, String what, byte[] body)
      throws IOException, InterruptedException {
    if (what.equals("heartbeat") || what.equals("events")) {
      Thread.sleep(delay);
    }
    if (lost.contains(lease)) {
      byte[] problem = "{\"code\": \"lease_lost\"}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(409, problem.length);
      exchange.getResponseBody().write(problem);
      return;
    }
    switch (what) {
      case "heartbeat" -> heartbeats.incrementAndGet();
      case "events" -> progress.add(Json.MAPPER.readValue(body, ProgressReport.class));
      case "result" -> {
        results.add(Json.MAPPER.readValue(body, ResultReport.class));
        lost.add(lease);
      }
      case "release" -> releases.add(Json.MAPPER.readValue(body, ReleaseReport.class));
      default -> throw new IllegalArgumentException(what);
    }
    boolean lose = !what.equals("heartbeat") && takeOne(answersToLose);
    exchange.sendResponseHeaders(lose ? 503 : 204, -1);
  }

  private static boolean takeOne(AtomicInteger count) {
    return count.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
