package dev.touchstone.usermanagement.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that ended before its time.
 *
 * @param place in the list of all of them; grows
 */
record Revocation(long place, UUID sessionId, Instant revokedAt) {}
