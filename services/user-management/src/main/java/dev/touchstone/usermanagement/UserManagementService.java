package dev.touchstone.usermanagement;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.platform.security.TokenVerifier;
import dev.touchstone.platform.tasks.PeriodicTasks;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.usermanagement.account.AccountEndpoints;
import dev.touchstone.usermanagement.account.AccountService;
import dev.touchstone.usermanagement.administration.AdministrationService;
import dev.touchstone.usermanagement.administration.FirstAdministrator;
import dev.touchstone.usermanagement.administration.ImportEndpoints;
import dev.touchstone.usermanagement.administration.UserEndpoints;
import dev.touchstone.usermanagement.administration.UserImport;
import dev.touchstone.usermanagement.apitoken.ApiTokenEndpoints;
import dev.touchstone.usermanagement.apitoken.ApiTokenService;
import dev.touchstone.usermanagement.apitoken.TokenExchangeEndpoints;
import dev.touchstone.usermanagement.audit.AuditEndpoints;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.audit.AuditReportEndpoints;
import dev.touchstone.usermanagement.audit.AuditService;
import dev.touchstone.usermanagement.factor.CodeCheck;
import dev.touchstone.usermanagement.factor.SecondFactorEndpoints;
import dev.touchstone.usermanagement.factor.SecondFactorService;
import dev.touchstone.usermanagement.link.OneTimeLinks;
import dev.touchstone.usermanagement.mail.DeadMailEndpoints;
import dev.touchstone.usermanagement.mail.DeadMails;
import dev.touchstone.usermanagement.mail.DevelopmentMailEndpoints;
import dev.touchstone.usermanagement.mail.MailSender;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.mail.WaitingMails;
import dev.touchstone.usermanagement.oidc.OidcEndpoints;
import dev.touchstone.usermanagement.oidc.OidcService;
import dev.touchstone.usermanagement.passkey.PasskeyEndpoints;
import dev.touchstone.usermanagement.passkey.PasskeyService;
import dev.touchstone.usermanagement.passkey.PasskeyStore;
import dev.touchstone.usermanagement.passkey.RelyingParty;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.personal.DeletedAccountEndpoints;
import dev.touchstone.usermanagement.personal.DeletedAccountService;
import dev.touchstone.usermanagement.personal.PersonalData;
import dev.touchstone.usermanagement.personal.PersonalDataEndpoints;
import dev.touchstone.usermanagement.recovery.AccountInvitations;
import dev.touchstone.usermanagement.recovery.PasswordReset;
import dev.touchstone.usermanagement.recovery.RecoveryEndpoints;
import dev.touchstone.usermanagement.registration.RegistrationEndpoints;
import dev.touchstone.usermanagement.registration.RegistrationPolicy;
import dev.touchstone.usermanagement.session.CurrentPassword;
import dev.touchstone.usermanagement.session.LoginThrottle;
import dev.touchstone.usermanagement.session.OwnSessions;
import dev.touchstone.usermanagement.session.OwnSessionsEndpoints;
import dev.touchstone.usermanagement.session.RevocationEndpoints;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.session.SessionEndpoints;
import dev.touchstone.usermanagement.session.SessionService;
import dev.touchstone.usermanagement.settings.Settings;
import dev.touchstone.usermanagement.settings.SettingsEndpoints;
import dev.touchstone.usermanagement.token.AccessTokens;
import dev.touchstone.usermanagement.token.EncryptionRenewal;
import dev.touchstone.usermanagement.token.JwksEndpoints;
import dev.touchstone.usermanagement.token.KeyCipher;
import dev.touchstone.usermanagement.token.SigningKeys;
import dev.touchstone.usermanagement.user.UserLookup;
import dev.touchstone.usermanagement.user.UserLookupEndpoints;
import dev.touchstone.usermanagement.user.UserStore;
import dev.touchstone.usermanagement.verification.AddressVerification;
import dev.touchstone.usermanagement.verification.VerificationEndpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** User management: accounts, roles, sessions and tokens. */
public final class UserManagementService implements AutoCloseable {
  private static final String NAME = "user-management";
  private static final Duration TASKS_PAUSE = Duration.ofMinutes(1);

  /** People wait for their mail, and operators for a secret that they rotate. */
  private static final Duration FREQUENT_PAUSE = Duration.ofSeconds(2);

  private final Database database;
  private final PeriodicTasks tasks;
  private final PeriodicTasks frequentTasks;
  private final ServiceServer server;
  private final Optional<FirstAdministrator> firstAdministrator;
  private final Runnable sendMail;
  private final AuditService auditService;

  private UserManagementService(
      Database database,
      PeriodicTasks tasks,
      PeriodicTasks frequentTasks,
      ServiceServer server,
      Optional<FirstAdministrator> firstAdministrator,
      Runnable sendMail,
      AuditService auditService) {
    this.database = database;
    this.tasks = tasks;
    this.frequentTasks = frequentTasks;
    this.server = server;
    this.firstAdministrator = firstAdministrator;
    this.sendMail = sendMail;
    this.auditService = auditService;
  }

  /** Starts the service in its own process. */
  public static void main(String[] arguments) {
    Logging.start(NAME);
    try {
      Environment environment = Environment.system();
      UserManagementConfiguration configuration = UserManagementConfiguration.from(environment);
      environment.finish();
      UserManagementService service = start(configuration);
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
      if (configuration.firstPassword().isEmpty()) {
        service.firstAdministrator().ifPresent(UserManagementService::show);
      }
    } catch (ConfigurationException e) {
      e.faults().forEach(System.err::println);
      System.exit(2);
    }
  }

  /**
   * Starts the service.
   *
   * @throws ConfigurationException if it can't start as it is configured
   */
  public static UserManagementService start(UserManagementConfiguration configuration) {
    return start(configuration, Clock.systemUTC());
  }

  static UserManagementService start(UserManagementConfiguration configuration, Clock clock) {
    return start(configuration, new PasswordHasher(), clock);
  }

  static UserManagementService start(
      UserManagementConfiguration configuration, PasswordHasher hasher, Clock clock) {
    Database database = Database.open(configuration.database(), "db/user-management");
    try {
      return start(configuration, database, hasher, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static UserManagementService start(
      UserManagementConfiguration configuration,
      Database database,
      PasswordHasher hasher,
      Clock clock) {
    Jdbi jdbi = database.jdbi();
    Metrics metrics = Metrics.of(NAME);
    Tracing tracing = Tracing.start(NAME);
    database.bindTo(metrics.registry());
    UserStore users = new UserStore(jdbi);
    RevocationStore revocations = new RevocationStore(jdbi);
    LoginThrottle throttle = new LoginThrottle(jdbi, clock);
    PasskeyStore passkeyStore = new PasskeyStore(jdbi);
    CodeCheck codes =
        new CodeCheck(
            jdbi,
            passkeyStore,
            throttle,
            configuration.secondFactor(),
            new KeyCipher(configuration.signingSecret(), "second factors"),
            clock);
    AuditLog audit = new AuditLog(jdbi, clock);
    SessionService sessions =
        new SessionService(
            jdbi,
            users,
            hasher,
            revocations,
            throttle,
            codes,
            audit,
            configuration.sessions(),
            clock);
    SigningKeys keys = new SigningKeys(jdbi, configuration.signingSecret(), clock);
    AccessTokens tokens = new AccessTokens(keys, configuration.accessTokenLifetime(), clock);
    Authentication authentication = new Authentication(new TokenVerifier(keys, sessions));
    PasswordRules rules = new PasswordRules();
    MailSender mailSender = new MailSender(jdbi, configuration.mail(), clock);
    Outbox outbox = new Outbox(jdbi, configuration.mail(), clock);
    OneTimeLinks links = new OneTimeLinks(jdbi, clock);
    CurrentPassword currentPassword = new CurrentPassword(users, hasher, throttle);
    AddressVerification verification =
        new AddressVerification(jdbi, users, links, outbox, audit, clock);
    PasswordReset reset =
        new PasswordReset(jdbi, users, hasher, rules, revocations, links, outbox, audit, clock);
    Settings settings =
        new Settings(
            jdbi,
            (handle, change) ->
                audit.add(
                    handle,
                    AuditEvent.of("setting.changed", "setting:" + change.setting().storedName())
                        .by(change.by())),
            clock);
    RegistrationPolicy policy = new RegistrationPolicy(jdbi, settings, outbox, audit, clock);
    AuditService auditService = new AuditService(database, settings, clock);
    AccountService accounts =
        new AccountService(
            jdbi,
            users,
            hasher,
            rules,
            revocations,
            currentPassword,
            verification,
            policy,
            outbox,
            audit,
            clock);
    AdministrationService administration =
        new AdministrationService(jdbi, users, revocations, hasher, rules, outbox, audit, clock);
    UserImport userImport =
        new UserImport(
            jdbi,
            users,
            administration,
            hasher,
            rules,
            new AccountInvitations(links, outbox),
            audit,
            clock);
    SecondFactorService factors =
        new SecondFactorService(jdbi, users, codes, currentPassword, revocations, audit, clock);
    PasskeyService passkeys =
        new PasskeyService(
            RelyingParty.of(configuration.mail().publicUrl()),
            jdbi,
            passkeyStore,
            users,
            currentPassword,
            codes,
            outbox,
            audit,
            new KeyCipher(configuration.signingSecret(), "passkeys"),
            clock);
    ApiTokenService apiTokens = new ApiTokenService(jdbi, codes, tokens, audit, clock);
    Optional<OidcService> oidc =
        configuration
            .oidc()
            .map(provider ->
                new OidcService(
                    provider,
                    jdbi,
                    users,
                    hasher,
                    revocations,
                    audit,
                    new KeyCipher(configuration.signingSecret(), "sign-ins at a provider"),
                    clock));
    SessionEndpoints sessionEndpoints = new SessionEndpoints(sessions, tokens);
    InternalAuthentication internal = new InternalAuthentication(configuration.internalToken());
    keys.refresh();
    Optional<FirstAdministrator> firstAdministrator =
        FirstAdministrator.createIfMissing(
            jdbi, users, hasher, configuration.firstPassword(), clock);
    ServiceServer server =
        ServiceServer.start(
            NAME,
            configuration.address(),
            metrics,
            tracing,
            List.of(database.readiness()),
            List.of(
                sessionEndpoints,
                new OidcEndpoints(oidc, sessionEndpoints),
                new AccountEndpoints(accounts, authentication),
                new PersonalDataEndpoints(
                    new PersonalData(jdbi, users, passkeyStore, audit),
                    administration,
                    currentPassword,
                    authentication),
                new ImportEndpoints(userImport, administration, authentication),
                new UserEndpoints(administration, authentication),
                new VerificationEndpoints(verification, currentPassword, authentication),
                new RecoveryEndpoints(reset, authentication),
                new OwnSessionsEndpoints(new OwnSessions(jdbi, audit, clock), authentication),
                new RegistrationEndpoints(policy, authentication),
                new SettingsEndpoints(settings, authentication),
                new AuditEndpoints(auditService, authentication),
                new AuditReportEndpoints(audit, internal),
                new DeadMailEndpoints(new DeadMails(jdbi, clock), authentication),
                new DevelopmentMailEndpoints(new WaitingMails(jdbi, configuration.mail())),
                new SecondFactorEndpoints(factors, authentication),
                new PasskeyEndpoints(passkeys, sessionEndpoints, authentication),
                new JwksEndpoints(keys),
                new ApiTokenEndpoints(apiTokens, authentication),
                new TokenExchangeEndpoints(apiTokens, internal),
                new UserLookupEndpoints(new UserLookup(users), internal),
                new RevocationEndpoints(sessions, internal),
                new DeletedAccountEndpoints(new DeletedAccountService(users, clock), internal)),
            database.operatorEndpoints());
    PeriodicTasks tasks =
        PeriodicTasks.start(
            NAME,
            TASKS_PAUSE,
            keys::refresh,
            sessions::deleteExpired,
            links::deleteExpired,
            mailSender::deleteOld,
            policy::deleteExpired,
            passkeys::deleteExpired,
            auditService::deleteOld);
    Runnable sendMail =
        () -> {
          reset.process();
          mailSender.sendDue();
        };
    EncryptionRenewal renewal =
        new EncryptionRenewal(
            configuration.signingSecret(), keys::encryptAgain, codes::encryptAgain);
    PeriodicTasks frequentTasks =
        PeriodicTasks.start(NAME + "-frequent", FREQUENT_PAUSE, sendMail, renewal::run);
    return new UserManagementService(
        database, tasks, frequentTasks, server, firstAdministrator, sendMail, auditService);
  }

  /** The main port in use. */
  public int port() {
    return server.port();
  }

  /** The admin port in use. */
  public int adminPort() {
    return server.adminPort();
  }

  /** The administrator that this start created, with the password to show once; else empty. */
  public Optional<FirstAdministrator> firstAdministrator() {
    return firstAdministrator;
  }

  /** Sends what waits, without waiting for the task that does so every two seconds. */
  void sendMail() {
    sendMail.run();
  }

  /** Deletes old entries of the audit log, without waiting for the task that does so. */
  void forgetOldAuditEntries() {
    auditService.deleteOld();
  }

  @Override
  public void close() {
    server.close();
    frequentTasks.close();
    tasks.close();
    database.close();
  }

  /** On the console and not in the log, which is collected and kept. */
  private static void show(FirstAdministrator administrator) {
    System.out.printf(
        "%n  The first administrator has been created. This is shown only once:%n    user name  %s%n    password   %s%n%n",
        administrator.username(), administrator.password().reveal());
  }
}
