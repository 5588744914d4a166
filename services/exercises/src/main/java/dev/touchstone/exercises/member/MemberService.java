package dev.touchstone.exercises.member;

import dev.touchstone.exercises.exercise.ExerciseHead;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.MemberStore;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.judgeprotocol.Memberships;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lists, adds and removes the members of exercises. Thread-safe. */
public final class MemberService {
  private static final int MOST = 100;
  private static final int CHANGES = 50;

  private final Jdbi jdbi;
  private final MemberStore members;
  private final ExerciseAccess access;
  private final Accounts accounts;
  private final Clock clock;

  /** Creates the service. */
  public MemberService(
      Jdbi jdbi, MemberStore members, ExerciseAccess access, Accounts accounts, Clock clock) {
    this.jdbi = jdbi;
    this.members = members;
    this.access = access;
    this.accounts = accounts;
    this.clock = clock;
  }

  MembersView list(Principal by, String idOrSlug) {
    return view(access.require(by, idOrSlug, MemberRole.VIEWER).id());
  }

  /**
   * Adds a member or changes the role of one.
   *
   * @param username empty for all authors
   */
  MembersView put(Principal by, String idOrSlug, Optional<String> username, MemberRole role) {
    ExerciseHead exercise = access.require(by, idOrSlug, MemberRole.OWNER);
    long user = username.map(this::author).orElse(MemberStore.ALL_AUTHORS);
    jdbi.useTransaction(handle -> {
      Optional<Long> owner = lockedOwner(handle, exercise.id());
      requireOwner(by, owner);
      if (owner.equals(Optional.of(user)) && role != MemberRole.OWNER) {
        throw ownerRequired();
      }
      if (role == MemberRole.OWNER && owner.isPresent() && owner.get() != user) {
        put(handle, by, exercise.id(), owner.get(), MemberRole.EDITOR);
      }
      put(handle, by, exercise.id(), user, role);
    });
    return view(exercise.id());
  }

  /** Removes a member, which everybody may do for themselves. */
  void remove(Principal by, String idOrSlug, long user) {
    MemberRole least = user == by.userId() ? MemberRole.VIEWER : MemberRole.OWNER;
    ExerciseHead exercise = access.require(by, idOrSlug, least);
    jdbi.useTransaction(handle -> {
      Optional<Long> owner = lockedOwner(handle, exercise.id());
      if (owner.equals(Optional.of(user))) {
        throw ownerRequired();
      }
      if (user != by.userId()) {
        requireOwner(by, owner);
      }
      if (!MemberStore.remove(handle, exercise.id(), user, by.userId(), clock.instant())) {
        throw ProblemException.notFound("member_not_found", "The exercise has no such member.");
      }
    });
  }

  /** The exercises of a user, for our other services. */
  Memberships of(long userId) {
    return new Memberships(members.ofUser(userId));
  }

  private Optional<Long> lockedOwner(Handle handle, long exerciseId) {
    if (ExerciseStore.lock(handle, exerciseId).isEmpty()) {
      throw PublishingService.notFound();
    }
    return MemberStore.owner(handle, exerciseId);
  }

  /** Looked at again under the lock: the ownership may have been transferred meanwhile. */
  private static void requireOwner(Principal by, Optional<Long> owner) {
    if (!by.role().atLeast(Role.ADMIN) && !owner.equals(Optional.of(by.userId()))) {
      throw ExerciseAccess.notAMember();
    }
  }

  private void put(Handle handle, Principal by, long exerciseId, long user, MemberRole role) {
    MemberStore.put(handle, exerciseId, user, role, by.userId(), clock.instant());
    if (MemberStore.count(handle, exerciseId) > MOST) {
      throw ProblemException.conflict(
          "too_many_members", "An exercise has at most " + MOST + " members.");
    }
  }

  private long author(String username) {
    Accounts.Account account =
        accounts
            .find(username)
            .orElseThrow(() ->
                ProblemException.notFound(
                    "user_not_found", "There is no account with this user name."));
    if (!account.isAuthor()) {
      throw ProblemException.conflict(
          "not_an_author", "Only authors and administrators can be members of an exercise.");
    }
    return account.id();
  }

  private MembersView view(long exerciseId) {
    List<MemberStore.Member> listed = members.list(exerciseId);
    List<MemberStore.Change> changes = members.changes(exerciseId, CHANGES);
    TreeSet<Long> people = new TreeSet<>();
    listed.forEach(member -> people.add(member.userId()));
    changes.forEach(change -> people.addAll(List.of(change.userId(), change.changedBy())));
    people.remove(MemberStore.ALL_AUTHORS);
    return MembersView.of(listed, changes, accounts.find(people));
  }

  private static ProblemException ownerRequired() {
    return ProblemException.conflict(
        "owner_required", "The exercise needs an owner. Name another owner first.");
  }
}
