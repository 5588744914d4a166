package dev.touchstone.scores.personaldata;

import dev.touchstone.scores.personaldata.PersonalDataStore.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Hands out what is stored about a person, or deletes it. Thread-safe. */
public final class PersonalDataService {
  /** A row may hold a program and the results of its tests. */
  private static final int PAGE = 20;

  private final PersonalDataStore store;

  /** Looks after the given database. */
  public PersonalDataService(Jdbi jdbi) {
    this.store = new PersonalDataStore(jdbi);
  }

  /** Writes everything about a person as one JSON object, with an array for each kind of rows. */
  void write(long userId, Writer out) throws IOException {
    String before = "{";
    for (Part part : Part.ALL) {
      out.write(before + "\"" + part.name() + "\":[");
      write(part, userId, out);
      out.write("]");
      before = ",\n";
    }
    out.write("}\n");
  }

  /** Deletes everything about a person; may be called again. */
  public void delete(long userId) {
    store.delete(userId);
  }

  private void write(Part part, long userId, Writer out) throws IOException {
    String before = "\n";
    long after = Long.MIN_VALUE;
    List<Row> rows;
    do {
      rows = store.rows(part, userId, after, PAGE);
      for (Row row : rows) {
        out.write(before + row.json());
        before = ",\n";
        after = row.key();
      }
    } while (rows.size() == PAGE);
  }
}
