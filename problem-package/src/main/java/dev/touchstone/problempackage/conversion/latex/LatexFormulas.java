package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formulas of LaTeX as the page's Markdown has them, for KaTeX. */
final class LatexFormulas {
  /** Environments that are formulas, and what KaTeX calls them between dollars; empty for none. */
  private static final Map<String, String> ENVIRONMENTS =
      Map.ofEntries(
          Map.entry("math", ""),
          Map.entry("displaymath", ""),
          Map.entry("equation", ""),
          Map.entry("align", "aligned"),
          Map.entry("flalign", "aligned"),
          Map.entry("eqnarray", "aligned"),
          Map.entry("alignat", "aligned"),
          Map.entry("multline", "gathered"),
          Map.entry("gather", "gathered"));

  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%[^\\n]*(\\n|$)");

  /** Numbers of formulas, which nothing refers to. */
  private static final Pattern NUMBERS =
      Pattern.compile("\\\\(label\\{[^{}]{0,200}\\}|(nonumber|notag)(?![a-zA-Z]))");

  private final LatexMacros macros;

  LatexFormulas(LatexMacros macros) {
    this.macros = macros;
  }

  /** The name between dollars of an environment that is a formula. */
  static Optional<String> environment(String name) {
    String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    return Optional.ofNullable(ENVIRONMENTS.get(plain));
  }

  /** In a line of text; empty for an empty formula. */
  String inline(LatexSource formula) throws ConversionException {
    String tex = tex(formula);
    return tex.isEmpty() ? "" : "$" + tex + "$";
  }

  /** On its own; in an environment unless its name is empty. */
  String display(LatexSource formula, String environment) throws ConversionException {
    String tex = tex(formula);
    if (tex.isEmpty()) {
      return "";
    }
    return environment.isEmpty()
        ? "\n\n$$" + tex + "$$\n\n"
        : "\n\n$$\\begin{" + environment + "} " + tex + " \\end{" + environment + "}$$\n\n";
  }

  /** In one line, since a line that begins with a plus would begin a list. */
  String tex(LatexSource formula) throws ConversionException {
    String expanded = macros.expand(formula, 0);
    String plain = NUMBERS.matcher(COMMENT.matcher(expanded).replaceAll(" ")).replaceAll("");
    // A dollar would end the formula, though TeX escapes it.
    return plain
        .replace("\\$", "\\text{\\textdollar}")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
