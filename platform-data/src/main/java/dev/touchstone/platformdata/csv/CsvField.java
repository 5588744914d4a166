package dev.touchstone.platformdata.csv;

/** A field of a table as CSV (RFC 4180). */
public final class CsvField {
  /** Spreadsheets take what begins like this for a formula, which may run commands (OWASP). */
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

  /** The semicolon, too: it separates fields where the comma is the decimal sign. */
  private static final String QUOTED = ",;\"\r\n";

  private CsvField() {}

  /** A text as it is written, so that no spreadsheet takes it for a formula. */
  public static String written(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(each -> QUOTED.indexOf(each) >= 0);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** Whether a spreadsheet would take a text for a formula. */
  public static boolean isFormula(String text) {
    return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
  }
}
