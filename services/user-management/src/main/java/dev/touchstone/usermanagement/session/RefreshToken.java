package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.usermanagement.token.OpaqueToken;

/** An opaque token for a session; only its hash is stored. */
record RefreshToken(Secret value) {
  static RefreshToken create() {
    return new RefreshToken(OpaqueToken.create());
  }

  static RefreshToken of(String text) {
    return new RefreshToken(Secret.of(text));
  }

  byte[] hash() {
    return OpaqueToken.hash(value.reveal());
  }
}
