package dev.touchstone.usermanagement.csv;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.csv.CsvField;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads tables in UTF-8, with the separators that Excel writes: comma, semicolon or tab. */
public final class CsvReader {
  private static final String SEPARATORS = ",;\t";

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvReader(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  /**
   * A row that is not empty.
   *
   * @param line where it begins, from 1
   */
  public record Row(int line, List<String> fields) {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Reads all rows.
   *
   * @throws ProblemException 400 {@code csv_invalid} for other encodings and quotes without an end
   */
  public static List<Row> read(byte[] file) {
    return new CsvReader(decoded(file)).rows();
  }

  private static String decoded(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw invalid("Save the table as CSV UTF-8; it is in another encoding.");
    }
  }

  /** The one that occurs most in the first line. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return SEPARATORS
        .chars()
        .mapToObj(c -> (char) c)
        .max(Comparator.comparingLong(c -> count(first, c)))
        .orElse(',');
  }

  private static long count(String text, char character) {
    return text.chars().filter(c -> c == character).count();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    while (at < text.length()) {
      int begin = line;
      List<String> fields = row();
      if (fields.stream().anyMatch(field -> !field.isBlank())) {
        rows.add(new Row(begin, fields));
      }
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (at < text.length() && text.charAt(at) == separator) {
      at++;
      fields.add(field());
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    return fields;
  }

  private String field() {
    StringBuilder field = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      quoted(field);
    }
    while (at < text.length() && !isEnd(text.charAt(at))) {
      field.append(text.charAt(at++));
    }
    String value = field.toString().strip();
    // As CsvWriter wrote it.
    return value.startsWith("'") && CsvField.isFormula(value.substring(1))
        ? value.substring(1)
        : value;
  }

  private void quoted(StringBuilder field) {
    int begin = line;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at == text.length() || text.charAt(at) != '"') {
          return;
        }
        at++;
      } else if (c == '\n') {
        line++;
      }
      field.append(c);
    }
    throw invalid("A quotation mark that begins in line " + begin + " has no end.");
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\r' || c == '\n';
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("csv_invalid", detail);
  }
}
