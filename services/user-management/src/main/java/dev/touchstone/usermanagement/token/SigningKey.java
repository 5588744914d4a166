package dev.touchstone.usermanagement.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key pair. It is published, then signs, and then stays published until the tokens that it signed
 * have expired.
 *
 * @param key with its private part
 * @param expiresAt when it is no longer published
 */
record SigningKey(ECKey key, Instant signsFrom, Instant signsUntil, Instant expiresAt) {
  boolean signsAt(Instant time) {
    return !time.isBefore(signsFrom) && time.isBefore(signsUntil);
  }

  @Override
  public String toString() {
    return "signing key " + key.getKeyID();
  }
}
