package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that a statement defines: {@code \newcommand}, {@code \def} and their kind. */
final class LatexMacros {
  /** Macros within macros. */
  private static final int DEEPEST = 50;

  private final Map<String, Macro> macros = new HashMap<>();

  /**
   * A definition.
   *
   * @param arguments how many it takes
   * @param standard the first one if it is left out
   */
  private record Macro(int arguments, Optional<String> standard, String body) {}

  /** Reads a definition after its command. */
  void define(String command, LatexSource source) {
    source.skip("*");
    source.skipSpace();
    String name = source.startsWith("{") ? source.argument().text().strip() : defined(source);
    name = name.startsWith("\\") ? name.substring(1) : name;
    int arguments = 0;
    Optional<String> standard = Optional.empty();
    if (command.equals("def")) {
      while (source.peek() == '#') {
        source.next();
        source.next();
        arguments++;
      }
    } else if (source.peek() == '[') {
      String count = source.option().strip();
      arguments = count.matches("[0-9]") ? Integer.parseInt(count) : 0;
      standard = source.peek() == '[' ? Optional.of(source.option()) : Optional.empty();
    }
    String body = source.argument().text();
    if (!name.isEmpty()) {
      macros.put(
          name,
          command.equals("DeclareMathOperator")
              ? new Macro(0, Optional.empty(), "\\operatorname{" + body + "}")
              : new Macro(arguments, standard, body));
    }
  }

  private static String defined(LatexSource source) {
    source.skip("\\");
    return source.name();
  }

  boolean has(String name) {
    return macros.containsKey(name);
  }

  /** What a use of a macro stands for; its arguments are read. */
  String replacement(String name, LatexSource source) {
    Macro macro = macros.getOrDefault(name, new Macro(0, Optional.empty(), ""));
    List<String> arguments = new ArrayList<>();
    if (macro.standard().isPresent()) {
      arguments.add(source.peek() == '[' ? source.option() : macro.standard().get());
    }
    while (arguments.size() < macro.arguments()) {
      arguments.add(source.token().text());
    }
    StringBuilder replaced = new StringBuilder();
    String body = macro.body();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      int number = i + 1 < body.length() ? body.charAt(i + 1) - '0' : 0;
      if (c == '#' && number >= 1 && number <= arguments.size()) {
        replaced.append(arguments.get(number - 1));
        i++;
      } else {
        replaced.append(c);
      }
    }
    return replaced.toString();
  }

  /** A formula in which no macro is left, for those who do not know them. */
  String expand(LatexSource formula, int depth) throws ConversionException {
    if (depth > DEEPEST) {
      throw new ConversionException(
          "nests commands, groups or lists more than " + DEEPEST + " deep");
    }
    StringBuilder expanded = new StringBuilder();
    while (!formula.atEnd()) {
      char c = formula.next();
      if (c != '\\') {
        expanded.append(c);
        continue;
      }
      if (!isCommand(formula.peek())) {
        expanded.append(c).append(formula.next());
        continue;
      }
      String name = formula.name();
      if (has(name)) {
        expanded.append(expand(formula.expansion(replacement(name, formula)), depth + 1));
      } else {
        expanded.append(c).append(name).append(isCommand(formula.peek()) ? " " : "");
      }
    }
    return expanded.toString();
  }

  private static boolean isCommand(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
  }
}
