package dev.touchstone.usermanagement.audit;

import dev.touchstone.platform.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the audit log keeps. Immutable: {@code by} and {@code with} return another event.
 *
 * @param kind such as {@code password.reset}: lower case, one dot
 * @param actorId who did it; null for strangers and the system
 * @param actor the name at that time
 * @param target what it was done to, such as {@code user:12}
 * @param details what else is worth knowing; never a secret
 */
public record AuditEvent(
    String kind,
    @Nullable Long actorId,
    @Nullable String actor,
    @Nullable String target,
    @Nullable String network,
    Map<String, String> details) {
  public AuditEvent {
    details = Map.copyOf(details);
  }

  /** Something that happened to an account. */
  public static AuditEvent ofUser(String kind, long userId) {
    return of(kind, "user:" + userId);
  }

  /** Something that happened. */
  public static AuditEvent of(String kind, @Nullable String target) {
    return new AuditEvent(kind, null, null, target, null, Map.of());
  }

  /** The same event with who caused it. */
  public AuditEvent by(Principal principal) {
    return by(principal.userId(), principal.username());
  }

  /** The same event with who caused it. */
  public AuditEvent by(long userId, String username) {
    return new AuditEvent(kind, userId, username, target, network, details);
  }

  /** The same event with the network that it came from; see {@code Client}. */
  public AuditEvent from(String clientNetwork) {
    return new AuditEvent(kind, actorId, actor, target, clientNetwork, details);
  }

  /** The same event with one more detail. */
  public AuditEvent with(String name, String value) {
    Map<String, String> more = new HashMap<>(details);
    more.put(name, value);
    return new AuditEvent(kind, actorId, actor, target, network, more);
  }
}
