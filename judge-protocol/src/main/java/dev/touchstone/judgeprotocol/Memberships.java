package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The exercises that somebody is a member of. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Memberships(List<Membership> items) {
  /** Copies the list. */
  public Memberships {
    items = Lists.of(items);
  }

  /**
   * One of them.
   *
   * @param role as {@link MemberRole#wireName()}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Membership(long exerciseId, String role) {}
}
