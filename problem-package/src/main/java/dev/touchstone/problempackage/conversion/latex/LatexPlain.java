package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.function.Consumer;

/** The text of an argument without any look, for program text. */
final class LatexPlain {
  private LatexPlain() {}

  /**
   * Converts an argument.
   *
   * @param unknown takes the names of commands that are left out though they may mean something
   */
  static String of(LatexSource argument, LatexMacros macros, Consumer<String> unknown)
      throws ConversionException {
    LatexSource source = argument.within(macros.expand(argument, 0));
    StringBuilder plain = new StringBuilder();
    while (!source.atEnd()) {
      char c = source.next();
      switch (c) {
        case '\\' -> plain.append(command(source, unknown));
        case '{', '}', '$' -> {}
        case '~' -> plain.append(' ');
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String command(LatexSource source, Consumer<String> unknown) {
    String name = source.name();
    if (name.isEmpty()) {
      char c = source.next();
      return c == '\\' ? " " : String.valueOf(c);
    }
    return switch (name) {
      case "textbackslash" -> "\\";
      case "textasciitilde" -> "~";
      case "textasciicircum" -> "^";
      case "textbar" -> "|";
      case "textless", "lt" -> "<";
      case "textgreater", "gt" -> ">";
      case "ldots", "dots" -> "...";
      case "le", "leq" -> "<=";
      case "ge", "geq" -> ">=";
      case "textunderscore" -> "_";
      case "textdollar" -> "$";
      case "textbraceleft" -> "{";
      case "textbraceright" -> "}";
      case "textquotesingle" -> "'";
      case "textquotedbl" -> "\"";
      case "quad", "qquad", "space", "newline", "par" -> " ";
      default -> {
        boolean known =
            LatexStyles.has(name)
                || LatexWords.NOTHING.contains(name)
                || LatexWords.PLAIN.contains(name);
        if (!known) {
          unknown.accept(name);
        }
        yield "";
      }
    };
  }
}
