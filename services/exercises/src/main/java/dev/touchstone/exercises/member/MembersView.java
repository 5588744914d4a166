package dev.touchstone.exercises.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.exercises.exercise.MemberStore;
import dev.touchstone.exercises.member.Accounts.Account;
import dev.touchstone.judgeprotocol.MemberRole;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an exercise and what changed lately, on the wire. */
record MembersView(List<MemberView> items, List<ChangeView> changes) {
  private static final Comparator<MemberView> ORDER =
      Comparator.comparing((MemberView member) -> MemberRole.of(member.role()).orElseThrow())
          .reversed()
          .thenComparing(MemberView::username, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * A member.
   *
   * @param username null for all authors and deleted accounts
   * @param isActive whether the account is open and its role lets it use this
   */
  record MemberView(
      long userId,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String username,
      String role,
      boolean isActive) {}

  /** A change; null before or after stands for no member. */
  record ChangeView(
      long userId,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String username,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String before,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String after,
      long changedBy,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String changedByName,
      Instant changedAt) {}

  static MembersView of(
      List<MemberStore.Member> members,
      List<MemberStore.Change> changes,
      Map<Long, Account> accounts) {
    return new MembersView(
        members.stream().map(member -> view(member, accounts)).sorted(ORDER).toList(),
        changes.stream().map(change -> view(change, accounts)).toList());
  }

  private static MemberView view(MemberStore.Member member, Map<Long, Account> accounts) {
    Account account = accounts.get(member.userId());
    boolean isActive =
        member.userId() == MemberStore.ALL_AUTHORS || (account != null && account.isAuthor());
    return new MemberView(
        member.userId(), name(accounts, member.userId()), member.role(), isActive);
  }

  private static ChangeView view(MemberStore.Change change, Map<Long, Account> accounts) {
    return new ChangeView(
        change.userId(),
        name(accounts, change.userId()),
        change.roleBefore(),
        change.roleAfter(),
        change.changedBy(),
        name(accounts, change.changedBy()),
        change.changedAt());
  }

  private static @Nullable String name(Map<Long, Account> accounts, long id) {
    Account account = accounts.get(id);
    return account == null ? null : account.username();
  }
}
