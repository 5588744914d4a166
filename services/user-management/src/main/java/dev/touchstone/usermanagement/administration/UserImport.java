package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.csv.CsvReader;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.recovery.AccountInvitations;
import dev.touchstone.usermanagement.token.OpaqueToken;
import dev.touchstone.usermanagement.user.Locales;
import dev.touchstone.usermanagement.user.NewUser;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates and changes accounts from a table whose first line names the columns. Lines at fault are
 * reported and left out; the others are stored together. Thread-safe.
 */
public final class UserImport {
  private static final Logger log = LoggerFactory.getLogger(UserImport.class);

  private static final Set<String> COLUMNS =
      Set.of("username", "email", "display_name", "role", "locale", "password");
  private static final int MOST_LINES = 5000;

  /** Each takes a tenth of a second; nobody waits for more. */
  private static final int MOST_PASSWORDS = 200;

  private final Jdbi jdbi;
  private final UserStore users;
  private final AdministrationService administration;
  private final PasswordHasher hasher;
  private final PasswordRules rules;
  private final AccountInvitations invitations;
  private final AuditLog audit;
  private final Clock clock;

  /** Imports into the given store. */
  public UserImport(
      Jdbi jdbi,
      UserStore users,
      AdministrationService administration,
      PasswordHasher hasher,
      PasswordRules rules,
      AccountInvitations invitations,
      AuditLog audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.administration = administration;
    this.hasher = hasher;
    this.rules = rules;
    this.invitations = invitations;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a line. */
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    FAULT;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of a line, on the wire; the last three are null without a fault. */
  record Line(
      int line,
      String username,
      String outcome,
      @Nullable String field,
      @Nullable String code,
      @Nullable String message) {}

  /** The report of an import. */
  record Report(
      boolean dryRun, int created, int updated, int unchanged, int faults, List<Line> lines) {}

  /** A line as it was read, with the hash of its password if it has one. */
  private record Read(int line, AccountFields.Checked checked, String name, String password) {}

  /**
   * Imports a table.
   *
   * @param dryRun whether to report only
   * @param invite whether the owners of new accounts without a password get a mail with a link
   * @throws ProblemException 400 {@code csv_invalid}, 403 {@code insufficient_scope}, 409 {@code
   *     last_administrator}
   */
  Report run(Principal by, byte[] file, boolean dryRun, boolean invite) {
    List<Read> lines = read(file);
    Map<String, String> hashes = new HashMap<>();
    if (!dryRun) {
      lines.stream()
          .map(Read::password)
          .filter(password -> !password.isEmpty())
          .distinct()
          .forEach(password -> hashes.put(password, hasher.hash(password)));
      // Nobody knows it: these accounts begin with a link for a new password.
      hashes.put("", hasher.hash(OpaqueToken.create().reveal()));
    }
    Report report =
        jdbi.inTransaction(handle -> {
          AdministratorLock.take(handle);
          Import running = new Import(handle, by, hashes, existing(handle, lines), dryRun, invite);
          Report made = report(dryRun, lines.stream().map(running::line).toList());
          if (!dryRun) {
            administration.requireAdministrator(handle);
            audit.add(
                handle,
                AuditEvent.of("users.imported", null)
                    .by(by)
                    .with("created", Integer.toString(made.created()))
                    .with("updated", Integer.toString(made.updated()))
                    .with("invited", Boolean.toString(invite)));
          }
          return made;
        });
    log.info(
        "User {} imported accounts: {} created, {} updated, {} faults, dry run: {}",
        by.userId(),
        report.created(),
        report.updated(),
        report.faults(),
        dryRun);
    return report;
  }

  private static Report report(boolean dryRun, List<Line> lines) {
    Map<String, Long> counts =
        lines.stream().collect(Collectors.groupingBy(Line::outcome, Collectors.counting()));
    Function<Outcome, Integer> count =
        outcome -> counts.getOrDefault(outcome.wireName(), 0L).intValue();
    return new Report(
        dryRun,
        count.apply(Outcome.CREATED),
        count.apply(Outcome.UPDATED),
        count.apply(Outcome.UNCHANGED),
        count.apply(Outcome.FAULT),
        lines);
  }

  private Map<String, User> existing(Handle handle, List<Read> lines) {
    List<String> names = lines.stream().map(Read::name).distinct().toList();
    return users.lockByUsernames(handle, names).stream()
        .collect(Collectors.toMap(user -> folded(user.username()), Function.identity()));
  }

  private static String folded(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  private static List<Read> read(byte[] file) {
    List<CsvReader.Row> rows = CsvReader.read(file);
    if (rows.isEmpty()) {
      throw invalid("The table is empty.");
    }
    List<String> columns =
        rows.getFirst().fields().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        throw invalid(
            "The first line must name the columns: username, and any of email, display_name, role, locale and password.");
      }
    }
    if (!columns.contains("username") || new HashSet<>(columns).size() < columns.size()) {
      throw invalid("The first line must name the column username, and each column once.");
    }
    if (rows.size() - 1 > MOST_LINES) {
      throw invalid("Import at most " + MOST_LINES + " lines at once.");
    }
    List<Read> read = rows.subList(1, rows.size()).stream().map(row -> read(columns, row)).toList();
    if (read.stream().filter(line -> !line.password().isEmpty()).count() > MOST_PASSWORDS) {
      throw invalid("Import at most " + MOST_PASSWORDS + " lines with passwords at once.");
    }
    return read;
  }

  private static Read read(List<String> columns, CsvReader.Row row) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), row.fields().size()); i++) {
      if (!row.fields().get(i).isEmpty()) {
        values.put(columns.get(i), row.fields().get(i));
      }
    }
    AccountFields.Checked checked =
        AccountFields.check(
            values.getOrDefault("username", ""),
            values.get("email"),
            values.get("display_name"),
            values.get("role"),
            values.get("locale"));
    String name = Objects.requireNonNullElse(checked.fields().username(), "");
    return new Read(row.line(), checked, folded(name), values.getOrDefault("password", ""));
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("csv_invalid", detail);
  }

  /** One run over all lines. */
  private final class Import {
    private final Handle handle;
    private final Principal by;
    private final Map<String, String> hashes;
    private final Map<String, User> existing;
    private final boolean dryRun;
    private final boolean invite;
    private final Set<String> names = new HashSet<>();
    private final Set<String> emails = new HashSet<>();

    Import(
        Handle handle,
        Principal by,
        Map<String, String> hashes,
        Map<String, User> existing,
        boolean dryRun,
        boolean invite) {
      this.handle = handle;
      this.by = by;
      this.hashes = hashes;
      this.existing = existing;
      this.dryRun = dryRun;
      this.invite = invite;
    }

    Line line(Read read) {
      AccountFields fields = read.checked().fields();
      User user = existing.get(read.name());
      Optional<FieldError> fault = fault(read, user);
      if (fault.isPresent()) {
        FieldError error = fault.get();
        return new Line(
            read.line(),
            Objects.requireNonNullElse(fields.username(), ""),
            Outcome.FAULT.wireName(),
            error.field(),
            error.code(),
            error.message());
      }
      // In a dry run, too, which is to show what would happen.
      AdministrationService.requirePower(by, user == null ? null : user.role(), fields.role());
      Outcome outcome = user == null ? create(read) : update(user, fields);
      String username =
          user == null ? Objects.requireNonNullElse(fields.username(), "") : user.username();
      return new Line(read.line(), username, outcome.wireName(), null, null, null);
    }

    private Optional<FieldError> fault(Read read, @Nullable User user) {
      AccountFields fields = read.checked().fields();
      List<FieldError> faults = new ArrayList<>();
      read.checked().faults().stream()
          // An account of that name exists, so the name is none of a stranger's.
          .filter(fault -> user == null || !fault.code().equals("username_reserved"))
          .forEach(faults::add);
      if (!names.add(read.name())) {
        faults.add(
            new FieldError("username", "An earlier line has the same name.", "username_duplicate"));
      }
      String email = fields.email();
      if (user == null && email == null) {
        faults.add(new FieldError("email", "A new account needs an email address.", "required"));
      }
      if (email != null && !emails.add(email)) {
        faults.add(
            new FieldError("email", "An earlier line has the same address.", "email_duplicate"));
      }
      if (faults.isEmpty() && email != null && isTaken(email, user)) {
        faults.add(new FieldError("email", "Another account has this address.", "email_taken"));
      }
      if (faults.isEmpty() && !read.password().isEmpty() && user == null) {
        List<String> own = List.of(read.name(), Objects.requireNonNullElse(email, ""));
        rules.fault("password", read.password(), own).ifPresent(faults::add);
      }
      return faults.stream().findFirst();
    }

    private boolean isTaken(String email, @Nullable User user) {
      return users
          .findByVerifiedEmail(handle, email)
          .filter(owner -> user == null || owner.id() != user.id())
          .isPresent();
    }

    private Outcome create(Read read) {
      if (!dryRun) {
        AccountFields fields = read.checked().fields();
        String username = Objects.requireNonNull(fields.username());
        User user =
            users.insert(
                handle,
                new NewUser(
                    username,
                    Objects.requireNonNull(fields.email()),
                    Objects.requireNonNull(hashes.get(read.password())),
                    Objects.requireNonNullElse(fields.displayName(), username),
                    Objects.requireNonNullElse(fields.role(), Role.LEARNER),
                    Objects.requireNonNullElse(fields.locale(), Locales.DEFAULT),
                    clock.instant()));
        if (invite && read.password().isEmpty()) {
          invitations.send(handle, user);
        }
      }
      return Outcome.CREATED;
    }

    private Outcome update(User user, AccountFields fields) {
      boolean same =
          isSame(fields.email(), user.email())
              && isSame(fields.displayName(), user.displayName())
              && isSame(fields.role(), user.role())
              && isSame(fields.locale(), user.locale());
      if (same) {
        return Outcome.UNCHANGED;
      }
      if (!dryRun) {
        var _ = administration.apply(handle, by, user, fields, user.isActive());
      }
      return Outcome.UPDATED;
    }

    private static boolean isSame(@Nullable Object wanted, Object present) {
      return wanted == null || wanted.equals(present);
    }
  }
}
