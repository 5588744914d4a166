package dev.touchstone.usermanagement.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key pair and its life: published, then signing, then published only for the sake of the tokens
 * that it signed.
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
