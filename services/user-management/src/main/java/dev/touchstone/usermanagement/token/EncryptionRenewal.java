package dev.touchstone.usermanagement.token;

import dev.touchstone.platform.config.Secret;
import java.util.List;

/**
 * While the signing secret is rotated, encrypts everything that is stored with its new value, so
 * that the old one can go. Each process does it once for each list of values; one that still
 * encrypts with the old value does it when it has read the new list. For one thread.
 */
public final class EncryptionRenewal {
  private final Secret secret;
  private final List<Runnable> renewals;
  private List<String> done;

  /** Does nothing for the values that are accepted now. */
  public EncryptionRenewal(Secret secret, Runnable... renewals) {
    this.secret = secret;
    this.renewals = List.of(renewals);
    // A process that starts during a rotation has work to do.
    List<String> values = secret.accepted();
    this.done = values.size() == 1 ? values : List.of();
  }

  /** Encrypts again if the values have changed; if that fails, the next call tries again. */
  public void run() {
    List<String> values = secret.accepted();
    if (!values.equals(done)) {
      renewals.forEach(Runnable::run);
      done = values;
    }
  }
}
