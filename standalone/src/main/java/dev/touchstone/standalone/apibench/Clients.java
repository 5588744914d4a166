package dev.touchstone.standalone.apibench;

import dev.touchstone.standalone.bench.RawConnection;
import dev.touchstone.standalone.bench.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Clients that send one request after the other, each on a connection of its own. */
final class Clients {
  private final int port;
  private final int connections;
  private final Requests requests;
  private final Collection<Long> times = new ConcurrentLinkedQueue<>();
  private final Collection<String> errors = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private Consumer<String> bodies = _ -> {};
  private long pauseNanos;

  Clients(int port, int connections, Requests requests) {
    this.port = port;
    this.connections = connections;
    this.requests = requests;
  }

  /** What all of them saw. */
  record Seen(Times times, double seconds, int failed, List<String> errors) {
    double perSecond() {
      return times.count() / seconds;
    }
  }

  /** Looks at the bodies of the expected responses. */
  Clients reading(Consumer<String> reader) {
    bodies = reader;
    return this;
  }

  /** Sends so many requests a second, all together, as long as that is possible. */
  Clients paced(double perSecond) {
    pauseNanos = (long) (Duration.ofSeconds(1).toNanos() * connections / perSecond);
    return this;
  }

  /** Sends for a time, and waits for the last response. */
  Seen run(Duration time) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    for (int i = 0; i < connections; i++) {
      long first = start + pauseNanos * i / connections;
      threads.add(Thread.ofPlatform().name("client-" + i).start(() -> send(first, end)));
    }
    try {
      for (Thread each : threads) {
        each.join();
      }
    } finally {
      threads.forEach(Thread::interrupt);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Seen(
        Times.of(times), seconds, failed.get(), errors.stream().distinct().limit(3).toList());
  }

  private void send(long first, long end) {
    List<Long> own = new ArrayList<>();
    try (RawConnection connection = RawConnection.to(port)) {
      long due = first;
      while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
        if (pauseNanos > 0) {
          Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
          due += pauseNanos;
        }
        byte[] request = requests.next();
        long sent = System.nanoTime();
        int status = connection.exchange(request);
        own.add(System.nanoTime() - sent);
        if (status >= 200 && status < 300) {
          bodies.accept(connection.body());
        } else {
          fail(status + " " + connection.body());
        }
      }
    } catch (IOException e) {
      fail(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      times.addAll(own);
    }
  }

  private void fail(String error) {
    if (failed.getAndIncrement() < 20) {
      errors.add(error.replaceAll("\"request_id\":\"[^\"]*\"", ""));
    }
  }
}
