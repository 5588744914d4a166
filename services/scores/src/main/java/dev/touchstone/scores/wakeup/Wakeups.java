package dev.touchstone.scores.wakeup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.wakeup.Announcements.Announcement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes threads in all processes that share the database, by LISTEN and NOTIFY. A notification may
 * be lost with its connection or process, so every waiter also checks from time to time.
 * Thread-safe.
 */
public final class Wakeups implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Wakeups.class);
  private static final String QUEUE = "touchstone_queue";
  private static final String JOBS = "touchstone_jobs";

  /** How long one check for notifications may block; also how long closing may take. */
  private static final int LISTEN_MILLIS = 500;

  private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);

  private final Signal queue = new Signal();

  /** A signal lives as long as somebody watches the job. */
  private final Cache<Job, Signal> jobs = Caffeine.newBuilder().weakValues().build();

  private final DataSource dataSource;
  private final Announcements announcements;
  private final Thread thread;
  private volatile boolean closed;

  private Wakeups(DataSource dataSource) {
    this.dataSource = dataSource;
    this.announcements = Announcements.start(dataSource);
    this.thread = Thread.ofVirtual().name("wakeups").unstarted(this::listen);
  }

  /** Starts to listen, on a connection taken from the pool for good. */
  public static Wakeups start(DataSource dataSource) {
    Wakeups wakeups = new Wakeups(dataSource);
    wakeups.thread.start();
    return wakeups;
  }

  /** Raised when work may have come. */
  public Signal queue() {
    return queue;
  }

  /** Raised when the job changes; keep it while you wait. */
  public Signal of(Job job) {
    return jobs.get(job, watched -> new Signal());
  }

  /** Whether this process is stopping; then no thread should wait any longer. */
  public boolean isClosed() {
    return closed;
  }

  /** Wakes all processes that wait for work, soon after the transaction has committed. */
  public void queueChanged(Handle handle) {
    announce(handle, List.of(new Announcement(QUEUE, "")));
  }

  /** Wakes all processes that follow the job, soon after the transaction has committed. */
  public void jobChanged(Handle handle, Job job) {
    jobsChanged(handle, List.of(job));
  }

  /** The same for several jobs. */
  public void jobsChanged(Handle handle, List<Job> changed) {
    announce(handle, changed.stream().map(job -> new Announcement(JOBS, job.name())).toList());
  }

  private void announce(Handle handle, List<Announcement> announced) {
    handle.afterCommit(() -> announcements.add(announced));
  }

  /** Ends all waiting; what is announced is still sent until {@link #close()}. */
  public void endWaits() {
    closed = true;
    raiseAll();
  }

  @Override
  public void close() {
    endWaits();
    announcements.close();
    try { // no interrupt, which would break the connection
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        if (closed) {
          return;
        }
        log.warn("The connection that listens for changes was lost; connecting again", e);
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + QUEUE);
      statement.execute("LISTEN " + JOBS);
      raiseAll(); // for what happened before this connection listened
      PGConnection notifications = connection.unwrap(PGConnection.class);
      while (!closed) {
        for (PGNotification notification : notifications.getNotifications(LISTEN_MILLIS)) {
          raise(notification);
        }
      }
      statement.execute("UNLISTEN *");
    }
  }

  private void raise(PGNotification notification) {
    if (notification.getName().equals(QUEUE)) {
      queue.raise();
      return;
    }
    Job.of(notification.getParameter()).map(jobs::getIfPresent).ifPresent(Signal::raise);
  }

  private void raiseAll() {
    queue.raise();
    jobs.asMap().values().forEach(Signal::raise);
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
