package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rotation at one moment, as an entry of the {@link Journal}. It contains no secret.
 *
 * @param id names the rotation and its key, such as {@code prod-20261129-140500}
 * @param emergency whether a key may be in the wrong hands
 * @param state the last state that was entered
 * @param at when this was recorded
 * @param startedAt when the rotation began
 * @param worker who is at work on it; null if nobody is
 * @param oldKeys the public keys that were valid before, one line each
 * @param newKey the new public key; null until it exists
 * @param bothValidUntil when the old keys go; null until the new key has opened the bastion
 * @param revokedAt when the old keys were taken away; null until then
 * @param endedSessions whether the sessions on the bastion have been ended
 * @param signIns sign-ins with the old keys, as the bastion logged them
 * @param finishedAt when the rotation ended; null while it goes on
 * @param reason why it ended before its time, or null
 */
record Rotation(
    String id,
    boolean emergency,
    State state,
    Instant at,
    Instant startedAt,
    @Nullable Worker worker,
    List<String> oldKeys,
    @Nullable String newKey,
    @Nullable Instant bothValidUntil,
    @Nullable Instant revokedAt,
    boolean endedSessions,
    List<String> signIns,
    @Nullable Instant finishedAt,
    @Nullable String reason) {

  /** A rotation that begins. */
  static Rotation begin(
      String id, boolean emergency, List<String> oldKeys, Worker worker, Instant now) {
    return new Rotation(
        id,
        emergency,
        State.KEY_GENERATION,
        now,
        now,
        worker,
        List.copyOf(oldKeys),
        null,
        null,
        null,
        false,
        List.of(),
        null,
        null);
  }

  boolean finished() {
    return finishedAt != null;
  }

  Optional<PublicKey> key() {
    return Optional.ofNullable(newKey).map(PublicKey::parse);
  }

  /** The new key, in a state that is entered only with one. */
  PublicKey requiredKey() {
    return key()
        .orElseThrow(() -> new OperationFailed(id + " has no new key in the state " + state));
  }

  List<PublicKey> old() {
    return oldKeys.stream().map(PublicKey::parse).toList();
  }

  Rotation enter(State next) {
    return change(next, newKey, bothValidUntil, revokedAt, endedSessions, signIns);
  }

  Rotation withKey(PublicKey key) {
    return change(state, key.line(), bothValidUntil, revokedAt, endedSessions, signIns);
  }

  Rotation withBothValidUntil(Instant time) {
    return change(state, newKey, time, revokedAt, endedSessions, signIns);
  }

  Rotation withRevokedAt(Instant time) {
    return change(state, newKey, bothValidUntil, time, endedSessions, signIns);
  }

  /** The sessions have been ended, and these sign-ins were found before. */
  Rotation withEndedSessions(List<String> found) {
    return change(state, newKey, bothValidUntil, revokedAt, true, found);
  }

  Rotation finish(Instant now, @Nullable String why) {
    return new Rotation(
        id,
        emergency,
        state,
        now,
        startedAt,
        null,
        oldKeys,
        newKey,
        bothValidUntil,
        revokedAt,
        endedSessions,
        signIns,
        now,
        why);
  }

  /** The same at another time, in the hands of somebody or nobody. */
  Rotation at(Instant now, @Nullable Worker whose) {
    return new Rotation(
        id,
        emergency,
        state,
        now,
        startedAt,
        whose,
        oldKeys,
        newKey,
        bothValidUntil,
        revokedAt,
        endedSessions,
        signIns,
        finishedAt,
        reason);
  }

  private Rotation change(
      State next,
      @Nullable String key,
      @Nullable Instant both,
      @Nullable Instant revoked,
      boolean ended,
      List<String> found) {
    return new Rotation(
        id,
        emergency,
        next,
        at,
        startedAt,
        worker,
        oldKeys,
        key,
        both,
        revoked,
        ended,
        List.copyOf(found),
        finishedAt,
        reason);
  }
}
