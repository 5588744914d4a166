package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.ConversionException;

/** The text of an argument without any look, for program text. */
final class LatexPlain {
  private LatexPlain() {}

  static String of(LatexSource argument, LatexMacros macros) throws ConversionException {
    LatexSource source = argument.within(macros.expand(argument, 0));
    StringBuilder plain = new StringBuilder();
    while (!source.atEnd()) {
      char c = source.next();
      switch (c) {
        case '\\' -> plain.append(command(source));
        case '{', '}', '$' -> {}
        case '~' -> plain.append(' ');
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String command(LatexSource source) {
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
      case "_" -> "_";
      default -> "";
    };
  }
}
