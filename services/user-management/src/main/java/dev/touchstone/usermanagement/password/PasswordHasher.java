package dev.touchstone.usermanagement.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.touchstone.platform.http.ProblemException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106), in the PHC string format.
 *
 * <p>A hash takes {@value #MEMORY_KIB} KiB and about a tenth of a second of one core on purpose, so
 * only as many run at once as the machine has cores, and at most {@value #MOST_AT_ONCE}, because
 * the heap is bounded. Other callers wait, and get a 503 after {@link #LONGEST_WAIT}. A burst of
 * sign-ins is therefore slow, but exhausts nothing. Thread-safe; calls block.
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

  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, TAG_BYTES, Argon2.ID);
  private final Semaphore running;

  /** The hash of nobody's password; see {@link #refuse}. */
  private final String decoy;

  /** Hashes on as many threads as there are cores, within the bound. */
  public PasswordHasher() {
    this(Math.min(Runtime.getRuntime().availableProcessors(), MOST_AT_ONCE));
  }

  PasswordHasher(int concurrency) {
    this.running = new Semaphore(concurrency, true);
    this.decoy = hash("the decoy is never compared for equality");
  }

  /** Hashes a password with a fresh salt. */
  public String hash(String password) {
    return exclusively(() ->
        Password.hash(normalise(password)).addRandomSalt(SALT_BYTES).with(function).getResult());
  }

  /** Whether a password belongs to a hash; older parameters are read from the hash. */
  public boolean matches(String password, String hash) {
    return exclusively(() ->
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

  /** Composes accents (RFC 8265, OpaqueString): systems type the same letter in different ways. */
  private static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private <T> T exclusively(Supplier<T> work) {
    try {
      if (!running.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      running.release();
    }
  }

  private static ProblemException busy() {
    return ProblemException.unavailable(
        "Too many people are signing in right now. Try again soon.");
  }
}
