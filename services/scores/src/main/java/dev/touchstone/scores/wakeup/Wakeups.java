package dev.touchstone.scores.wakeup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.Listening;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.wakeup.Announcements.Announcement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Wakes threads in all processes that share the database, by LISTEN and NOTIFY. A notification may
 * be lost with its connection or process, so every waiter also checks from time to time.
 * Thread-safe.
 */
public final class Wakeups implements AutoCloseable {
  private static final String QUEUE = "touchstone_queue";
  private static final String JOBS = "touchstone_jobs";

  private final Signal queue = new Signal();

  /** A signal lives as long as somebody watches the job. */
  private final Cache<Job, Signal> jobs = Caffeine.newBuilder().weakValues().build();

  private final Announcements announcements;
  private final Listening listening;
  private volatile boolean closed;

  private Wakeups(Database database) {
    this.announcements = Announcements.start(database.connections());
    this.listening = database.listen(List.of(QUEUE, JOBS), new Notified(), "wakeups");
  }

  /** Starts to listen. */
  public static Wakeups start(Database database) {
    return new Wakeups(database);
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
    listening.close();
  }

  private final class Notified implements Listening.Receiver {
    @Override
    public void connected() {
      raiseAll();
    }

    @Override
    public void received(String channel, String payload) {
      if (channel.equals(QUEUE)) {
        queue.raise();
        return;
      }
      Job.of(payload).map(jobs::getIfPresent).ifPresent(Signal::raise);
    }
  }

  private void raiseAll() {
    queue.raise();
    jobs.asMap().values().forEach(Signal::raise);
  }
}
