package dev.touchstone.usermanagement.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.touchstone.platform.http.ProblemException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords with Argon2id (RFC 9106), in the PHC string format.
 *
 * <p>A hash takes {@value #MEMORY_KIB} KiB and about a tenth of a second of one core on purpose. It
 * runs on threads of its own, as many as the machine has cores and at most {@value #MOST_AT_ONCE}
 * because the heap is bounded: on the virtual threads of requests, two hashes would occupy all of a
 * small machine, and nothing else would move. Some callers wait their turn, in order; all others
 * get a 503 at once, and so do those who have waited for {@link #LONGEST_WAIT}. A burst of sign-ins
 * is therefore slow, but exhausts nothing. Callers must not hold a database connection.
 * Thread-safe; calls block.
 */
public final class PasswordHasher {
  // The smallest of the equivalent settings in OWASP's Password Storage Cheat Sheet (19 MiB, two
  // passes, one lane): on small machines memory is scarcer than time.
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;

  // RFC 9106, section 4: a tag of 256 bits, a salt of 128 bits.
  private static final int TAG_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final int MOST_AT_ONCE = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** For each thread: about what it hashes within {@link #LONGEST_WAIT}. */
  private static final int MOST_WAITING = 100;

  private static final Duration THREADS_KEPT = Duration.ofSeconds(10);

  private final Argon2Function function;
  private final ExecutorService threads;

  /** The hash of nobody's password; see {@link #refuse}. */
  private final String decoy;

  /** Hashes on as many threads as there are cores, within the bound. */
  public PasswordHasher() {
    this(threads(), MEMORY_KIB);
  }

  /**
   * Hashes on the given threads.
   *
   * @param threads refuse work that would wait for too long
   * @param memoryKib what a hash takes; less is less safe, and quicker
   */
  public PasswordHasher(ExecutorService threads, int memoryKib) {
    this.threads = threads;
    this.function = Argon2Function.getInstance(memoryKib, PASSES, LANES, TAG_BYTES, Argon2.ID);
    this.decoy = hashNow("the decoy is never compared for equality");
  }

  private static ExecutorService threads() {
    int count = Math.min(Runtime.getRuntime().availableProcessors(), MOST_AT_ONCE);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            THREADS_KEPT.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(count * MOST_WAITING),
            Thread.ofPlatform().daemon().name("password-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Hashes a password with a fresh salt. */
  public String hash(String password) {
    return inTurn(() -> hashNow(password));
  }

  /** Whether a password belongs to a hash; older parameters are read from the hash. */
  public boolean matches(String password, String hash) {
    return inTurn(() ->
        Password.check(normalise(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /**
   * Takes as long as {@link #matches} and is always false. Used for accounts that do not exist, so
   * that the time of a response does not show which do.
   */
  public boolean refuse(String password) {
    var _ = matches(password, decoy);
    return false;
  }

  /** Whether a hash was made with other parameters than new ones are. */
  public boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(function);
  }

  private String hashNow(String password) {
    return Password.hash(normalise(password)).addRandomSalt(SALT_BYTES).with(function).getResult();
  }

  /** Composes accents (RFC 8265, OpaqueString): systems type the same letter in different ways. */
  private static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private <T> T inTurn(Callable<T> work) {
    CountDownLatch begun = new CountDownLatch(1);
    try {
      Future<T> result =
          threads.submit(() -> {
            begun.countDown();
            return work.call();
          });
      if (!begun.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        result.cancel(false);
        throw busy();
      }
      return result.get();
    } catch (RejectedExecutionException e) {
      throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed", e.getCause());
    }
  }

  private static ProblemException busy() {
    return ProblemException.unavailable(
        "Too many people are signing in right now. Try again soon.");
  }
}
