package dev.touchstone.usermanagement.administration;

import org.jdbi.v3.core.Handle;

/** Ensures that there is always an administrator, even if two of them act at the same moment. */
public final class AdministratorLock {
  /** Any number, the same in all processes: "admi" in ASCII. */
  private static final long LOCK = 0x61646d69;

  private AdministratorLock() {}

  /** Waits until no other transaction holds the lock; it is released at the end of this one. */
  public static void take(Handle handle) {
    handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
  }

  static boolean anyAdministrator(Handle handle) {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM users WHERE role = 'admin' AND is_active)")
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether somebody else can administer. */
  public static boolean anyAdministratorBut(Handle handle, long userId) {
    String sql =
        """
        SELECT EXISTS (SELECT FROM users WHERE role = 'admin' AND is_active AND id <> :user)
        """;
    return handle.createQuery(sql).bind("user", userId).mapTo(Boolean.class).one();
  }
}
