package dev.touchstone.usermanagement.csv;

import dev.touchstone.platformdata.csv.CsvField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table (RFC 4180) that spreadsheet programs open as UTF-8 and take no formula from. Not
 * thread-safe.
 */
public final class CsvWriter {
  /** Excel takes a file without it for one in the system's old encoding. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

  /** Adds a line; null is an empty field. */
  public CsvWriter line(List<? extends @Nullable Object> fields) {
    for (int i = 0; i < fields.size(); i++) {
      Object field = fields.get(i);
      text.append(i == 0 ? "" : ",")
          .append(field == null ? "" : CsvField.written(field.toString()));
    }
    text.append("\r\n");
    return this;
  }

  /** The whole table. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
