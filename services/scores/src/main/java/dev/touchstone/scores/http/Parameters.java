package dev.touchstone.scores.http;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the query of requests. */
public final class Parameters {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;

  private Parameters() {}

  /** A whole number in the query. */
  public static Optional<Long> number(ServerRequest request, String name) {
    Optional<String> text = text(request, name);
    try {
      return text.map(Long::parseLong);
    } catch (NumberFormatException e) {
      throw invalid(name, "wrong_type", "Use a whole number.");
    }
  }

  /** A text in the query. */
  public static Optional<String> text(ServerRequest request, String name) {
    return request.query().first(name).asOptional();
  }

  /** Whole numbers in the query, with commas between them; none if there are none. */
  public static List<Long> numbers(ServerRequest request, String name, int most) {
    try {
      List<Long> numbers =
          text(request, name)
              .map(text ->
                  Arrays.stream(text.split(",", -1)).map(Long::parseLong).distinct().toList())
              .orElse(List.of());
      if (numbers.size() > most) {
        throw invalid(name, "out_of_range", "Use at most " + most + " numbers.");
      }
      return numbers;
    } catch (NumberFormatException e) {
      throw invalid(name, "wrong_type", "Use whole numbers with commas between them.");
    }
  }

  /** A flag in the query, false if it is absent. */
  public static boolean flag(ServerRequest request, String name) {
    return switch (text(request, name).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(name, "wrong_type", "Use true or false.");
    };
  }

  /** The page size asked for. */
  public static int limit(ServerRequest request) {
    long limit = number(request, "limit").orElse((long) DEFAULT_LIMIT);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw invalid("limit", "out_of_range", "Use a number from 1 to " + LARGEST_LIMIT + ".");
    }
    return (int) limit;
  }

  /** The id in the cursor of a listing by id, the newest first; above all ids without a cursor. */
  public static long before(ServerRequest request) {
    try {
      return text(request, "cursor")
          .map(cursor -> Long.parseLong(Cursor.parse(cursor, 1).getFirst()))
          .orElse(Long.MAX_VALUE);
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  /** 400 for one faulty parameter. */
  public static ProblemException invalid(String name, String code, String message) {
    return ProblemException.invalidRequest(List.of(new FieldError(name, message, code)));
  }
}
