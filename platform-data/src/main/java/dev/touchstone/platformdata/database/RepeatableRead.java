package dev.touchstone.platformdata.database;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Several reads of one moment. */
public final class RepeatableRead {
  private RepeatableRead() {}

  /**
   * Runs reads that all see the database as it was at the first one.
   *
   * @return what they returned
   */
  public static <R, X extends Exception> R in(Jdbi jdbi, HandleCallback<R, X> reads) throws X {
    return jdbi.inTransaction(handle -> {
      // JDBI's own way sets the level for the session, which a pooler gives to others.
      handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return reads.withHandle(handle);
    });
  }
}
