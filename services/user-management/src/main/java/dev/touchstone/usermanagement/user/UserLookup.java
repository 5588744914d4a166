package dev.touchstone.usermanagement.user;

import java.util.List;

/** Finds accounts for other services, which know people by their ids only. Thread-safe. */
public final class UserLookup {
  private final UserStore users;

  public UserLookup(UserStore users) {
    this.users = users;
  }

  /** An account, as far as other services need it. */
  record Found(long id, String username, String role, boolean isActive) {
    private static Found of(User user) {
      return new Found(user.id(), user.username(), user.role().wireName(), user.isActive());
    }
  }

  /** One account or none. */
  List<Found> named(String username) {
    return users.findByUsername(username).stream().map(Found::of).toList();
  }

  /** Those that exist. */
  List<Found> all(List<Long> ids) {
    return users.findAll(ids).stream().map(Found::of).toList();
  }
}
