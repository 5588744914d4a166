package dev.touchstone.exercises.member;

import dev.touchstone.platform.http.ServiceClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks user management for the names and roles of people. Thread-safe. */
public final class Accounts {
  private static final String PATH = "/internal/v1/users?";
  private static final int LONGEST_NAME = 100;

  private final ServiceClient users;

  /** Asks through the given client. */
  public Accounts(ServiceClient users) {
    this.users = users;
  }

  /** An account, as user management describes it. */
  record Account(long id, String username, String role, boolean isActive) {
    /** Whether its owner can use what members of exercises may. */
    boolean isAuthor() {
      return isActive && !role.equals("learner");
    }
  }

  private record Found(List<Account> items) {}

  /** Finds accounts by their ids. */
  Map<Long, Account> find(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    return ask("ids=" + list).stream().collect(Collectors.toMap(Account::id, Function.identity()));
  }

  /** Finds an open account by its name. */
  Optional<Account> find(String username) {
    return username.length() > LONGEST_NAME
        ? Optional.empty()
        : ask("username=" + URLEncoder.encode(username, StandardCharsets.UTF_8)).stream()
            .filter(Account::isActive)
            .findFirst();
  }

  private List<Account> ask(String query) {
    return users.find(PATH + query, Found.class).map(Found::items).orElse(List.of());
  }
}
