package dev.touchstone.scores.exercise;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.judgeprotocol.Memberships;
import dev.touchstone.platform.http.ServiceClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the exercises service what authors are members of, and keeps the answers for some seconds.
 * Thread-safe.
 */
public final class ExerciseMembers {
  /** Whoever is removed sees results that long at most. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final int MOST = 1000;

  private final ServiceClient client;
  private final Cache<Long, Map<Long, MemberRole>> kept =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  /** Asks through the given client. */
  public ExerciseMembers(ServiceClient client) {
    this.client = client;
  }

  /**
   * The roles of an author by exercise.
   *
   * @throws ServiceClient.Unavailable if the service does not respond
   */
  public Map<Long, MemberRole> of(long author) {
    Map<Long, MemberRole> known = kept.getIfPresent(author);
    return known == null ? latest(author) : known;
  }

  /** The same as it is now, for what the author may have got just before. */
  public Map<Long, MemberRole> latest(long author) {
    Map<Long, MemberRole> roles = new HashMap<>();
    for (Memberships.Membership each :
        client
            .find("/internal/v1/users/" + author + "/memberships", Memberships.class)
            .orElse(new Memberships(List.of()))
            .items()) {
      MemberRole.of(each.role())
          .ifPresent(role ->
              roles.merge(
                  each.exerciseId(), role, (one, other) -> one.atLeast(other) ? one : other));
    }
    Map<Long, MemberRole> found = Map.copyOf(roles);
    kept.put(author, found);
    return found;
  }
}
