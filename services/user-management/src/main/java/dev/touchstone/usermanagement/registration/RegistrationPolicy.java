package dev.touchstone.usermanagement.registration;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.settings.Setting;
import dev.touchstone.usermanagement.settings.Settings;
import dev.touchstone.usermanagement.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Decides who may register, and invites people. Thread-safe. */
public final class RegistrationPolicy {
  private static final String PAGE = "register";
  private static final Duration INVITATION_LIFETIME = Duration.ofDays(14);
  private static final int SHOWN = 200;

  private final Jdbi jdbi;
  private final InvitationStore invitations;
  private final Settings settings;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  /** Reads the policy from the given settings. */
  public RegistrationPolicy(
      Jdbi jdbi, Settings settings, Outbox outbox, AuditLog audit, Clock clock) {
    this.jdbi = jdbi;
    this.invitations = new InvitationStore(jdbi);
    this.settings = settings;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody who registers shows. */
  public record Credentials(String email, @Nullable String code, @Nullable String invitation) {
    @Override
    public String toString() {
      return "credentials of a registration";
    }
  }

  /**
   * The right to register.
   *
   * @param needsVerification whether the address must be confirmed before the account can be used,
   *     since it gave the right
   */
  public record Admission(boolean needsVerification, @Nullable Long invitationId) {}

  /** What the registration page shows. */
  record View(String policy, List<String> domains) {}

  /** An invitation and its link, which is shown once. */
  record Invited(long id, @Nullable String email, String url, Instant expiresAt) {
    @Override
    public String toString() {
      return "invitation " + id;
    }
  }

  View view() {
    String policy = settings.text(Setting.REGISTRATION_POLICY);
    return new View(
        policy, policy.equals("domain") ? settings.texts(Setting.REGISTRATION_DOMAINS) : List.of());
  }

  /**
   * Admits a registration within its transaction.
   *
   * @throws ProblemException 403 {@code registration_closed}, {@code registration_code_wrong},
   *     {@code registration_domain_refused}, {@code invitation_invalid}
   */
  public Admission admit(Handle handle, Credentials shown) {
    String policy = settings.text(Setting.REGISTRATION_POLICY);
    if (policy.equals("closed")) {
      throw refused("registration_closed", "Registration is closed. Ask your teacher.");
    }
    if (shown.invitation() != null) {
      return byInvitation(handle, shown, shown.invitation());
    }
    switch (policy) {
      case "code" -> requireCode(shown.code());
      case "domain" -> requireDomain(shown.email());
      case "invitation" -> throw invitationInvalid();
      default -> {}
    }
    return new Admission(policy.equals("domain"), null);
  }

  /** Notes within the transaction that a registration has used its right. */
  public void complete(Handle handle, Admission admission, long userId) {
    Long invitation = admission.invitationId();
    if (invitation != null) {
      invitations.markUsed(handle, invitation, userId, clock.instant());
    }
  }

  private Admission byInvitation(Handle handle, Credentials shown, String token) {
    InvitationStore.Invitation invitation =
        invitations
            .lock(handle, OpaqueToken.hash(token), clock.instant())
            .filter(found -> found.email() == null || found.email().equals(shown.email()))
            .orElseThrow(RegistrationPolicy::invitationInvalid);
    return new Admission(false, invitation.id());
  }

  private void requireCode(@Nullable String code) {
    String wanted = settings.text(Setting.REGISTRATION_CODE);
    if (wanted.isEmpty() || code == null || !Secret.of(wanted).matches(code.strip())) {
      throw refused("registration_code_wrong", "The registration code is wrong.");
    }
  }

  private void requireDomain(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1);
    if (!settings.texts(Setting.REGISTRATION_DOMAINS).contains(domain)) {
      throw refused(
          "registration_domain_refused", "Register with an email address of your school.");
    }
  }

  /**
   * Invites somebody, by mail if there is an address.
   *
   * @param email who may use it; empty for anybody who has the link
   */
  Invited invite(Principal by, Optional<String> email, String locale) {
    Secret token = OpaqueToken.create();
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      InvitationStore.Invitation made =
          invitations.insert(
              handle,
              new InvitationStore.NewInvitation(
                  OpaqueToken.hash(token.reveal()),
                  email.orElse(null),
                  by.userId(),
                  now,
                  now.plus(INVITATION_LIFETIME)));
      String link = outbox.link(PAGE, token.reveal());
      email.ifPresent(address -> outbox.add(handle, letter(address, locale, link, made)));
      audit.add(handle, AuditEvent.of("invitation.created", "invitation:" + made.id()).by(by));
      return new Invited(made.id(), made.email(), link, made.expiresAt());
    });
  }

  List<InvitationStore.Invitation> open() {
    return invitations.open(clock.instant(), SHOWN);
  }

  /**
   * Withdraws an invitation.
   *
   * @throws ProblemException 404 {@code invitation_not_found}
   */
  void withdraw(Principal by, long id) {
    jdbi.useTransaction(handle -> {
      if (!invitations.delete(handle, id)) {
        throw invitationNotFound();
      }
      audit.add(handle, AuditEvent.of("invitation.withdrawn", "invitation:" + id).by(by));
    });
  }

  /** Deletes invitations that expired long ago; a periodic task. */
  public void deleteExpired() {
    var _ = invitations.deleteExpired(clock.instant().minus(INVITATION_LIFETIME));
  }

  private static Letter letter(
      String address, String locale, String link, InvitationStore.Invitation made) {
    Map<String, String> values =
        Map.of("link", link, "days", Long.toString(INVITATION_LIFETIME.toDays()));
    return new Letter(MailKind.INVITATION, address, locale, values, made.expiresAt());
  }

  static ProblemException invitationNotFound() {
    return ProblemException.notFound("invitation_not_found", "There is no such invitation.");
  }

  private static ProblemException invitationInvalid() {
    return refused("invitation_invalid", "Open the link of your invitation, or ask for a new one.");
  }

  private static ProblemException refused(String code, String detail) {
    return ProblemException.of(403, code, detail);
  }
}
