package dev.touchstone.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A JSON filter pattern of CloudWatch Logs, such as <code>{ $.status &gt;= 500 &amp;&amp; $.kind !=
 * "stream" }</code>.
 *
 * <p>It understands what AWS documents of comparisons: texts with wildcards, numbers, {@code IS
 * TRUE}, {@code IS FALSE}, {@code IS NULL}, {@code NOT EXISTS}, and {@code &&}, {@code ||},
 * parentheses. It is strict where the documents are silent: a number equals no text, and a field
 * that is absent satisfies only {@code NOT EXISTS}. Anything else, such as regular expressions and
 * array indexes, is refused rather than guessed.
 */
final class FilterPattern {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(&&|\\|\\||>=|<=|!=|[{}()=<>]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s{}()=<>!&|\"]+)");

  private static final Pattern SELECTOR = Pattern.compile("\\$(\\.[A-Za-z_][\\w-]*)+");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private FilterPattern(String text) {
    this.text = text;
    int end = 0;
    for (MatchResult token : TOKEN.matcher(text).results().toList()) {
      if (token.start() != end) {
        throw refused();
      }
      tokens.add(token.group(1));
      end = token.end();
    }
    if (!text.substring(end).isBlank()) {
      throw refused();
    }
  }

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException if it is none, or one that this class does not know
   */
  static Predicate<JsonNode> parse(String text) {
    FilterPattern pattern = new FilterPattern(text);
    pattern.expect("{");
    Predicate<JsonNode> condition = pattern.any();
    pattern.expect("}");
    if (pattern.next != pattern.tokens.size()) {
      throw pattern.refused();
    }
    return condition;
  }

  private Predicate<JsonNode> any() {
    Predicate<JsonNode> condition = all();
    while (accept("||")) {
      condition = condition.or(all());
    }
    return condition;
  }

  private Predicate<JsonNode> all() {
    Predicate<JsonNode> condition = single();
    while (accept("&&")) {
      condition = condition.and(single());
    }
    return condition;
  }

  private Predicate<JsonNode> single() {
    if (accept("(")) {
      Predicate<JsonNode> condition = any();
      expect(")");
      return condition;
    }
    String selector = take();
    if (!SELECTOR.matcher(selector).matches()) {
      throw refused();
    }
    String pointer = selector.substring(1).replace('.', '/');
    Predicate<JsonNode> condition = comparison();
    return line -> condition.test(line.at(pointer));
  }

  private Predicate<JsonNode> comparison() {
    String operator = take();
    return switch (operator) {
      case "=" -> equal(take());
      case "!=" -> {
        Predicate<JsonNode> equal = equal(take());
        yield value -> !value.isMissingNode() && !equal.test(value);
      }
      case ">", ">=", "<", "<=" -> ordered(operator, number(take()));
      case "IS" -> is(take());
      case "NOT" -> {
        expect("EXISTS");
        yield JsonNode::isMissingNode;
      }
      default -> throw refused();
    };
  }

  private Predicate<JsonNode> is(String what) {
    return switch (what) {
      case "NULL" -> JsonNode::isNull;
      case "TRUE" -> value -> value.isBoolean() && value.asBoolean();
      case "FALSE" -> value -> value.isBoolean() && !value.asBoolean();
      default -> throw refused();
    };
  }

  private Predicate<JsonNode> equal(String literal) {
    if (!literal.startsWith("\"")) {
      BigDecimal wanted = number(literal);
      return value -> value.isNumber() && value.decimalValue().compareTo(wanted) == 0;
    }
    String plain = literal.substring(1, literal.length() - 1).replaceAll("\\\\(.)", "$1");
    Pattern wanted =
        Pattern.compile("\\Q" + plain.replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    return value -> value.isString() && wanted.matcher(value.asString()).matches();
  }

  private static Predicate<JsonNode> ordered(String operator, BigDecimal limit) {
    return value -> {
      if (!value.isNumber()) {
        return false;
      }
      int order = value.decimalValue().compareTo(limit);
      return switch (operator) {
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "<" -> order < 0;
        default -> order <= 0;
      };
    };
  }

  private BigDecimal number(String literal) {
    try {
      return new BigDecimal(literal);
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private String take() {
    if (next == tokens.size()) {
      throw refused();
    }
    return tokens.get(next++);
  }

  private boolean accept(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw refused();
    }
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException("Not a pattern that these tests understand: " + text);
  }
}
