package dev.touchstone.exercises.authoring;

import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.security.Principal;

/** Shows and hides exercises. Thread-safe. */
public final class AuthoringService {
  private final ExerciseAccess access;
  private final PublishingService publishing;

  public AuthoringService(ExerciseAccess access, PublishingService publishing) {
    this.access = access;
    this.publishing = publishing;
  }

  PublishedView setActive(Principal by, String idOrSlug, boolean isActive) {
    return PublishedView.of(
        publishing
            .setActive(by, access.require(by, idOrSlug, MemberRole.EDITOR).id(), isActive)
            .orElseThrow(PublishingService::notFound));
  }
}
