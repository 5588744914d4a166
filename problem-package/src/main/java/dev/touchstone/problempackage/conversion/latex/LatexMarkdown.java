package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.MarkdownSpacing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Converts the LaTeX of statements to Markdown: text, lists, tables, pictures, verbatim text and
 * emphasis, and the commands of Kattis's and Polygon's statement classes. Formulas stay as they
 * are. What is not known is left out, its arguments are kept. The work is linear in the text: each
 * level of nesting reads its part once, and the levels are limited.
 */
public final class LatexMarkdown {
  /** The text before and after the argument of a command. */
  private static final Map<String, String> AROUND =
      Map.ofEntries(
          Map.entry("textbf", "**"),
          Map.entry("bf", "**"),
          Map.entry("textit", "*"),
          Map.entry("it", "*"),
          Map.entry("emph", "*"),
          Map.entry("texttt", "`"),
          Map.entry("t", "`"),
          Map.entry("tt", "`"),
          Map.entry("sout", "~~"));

  private static final Map<String, String> WORDS =
      Map.of(
          "ldots", "…",
          "dots", "…",
          "textellipsis", "…",
          "textbackslash", "\\\\",
          "textasciitilde", "~",
          "textquotedbl", "\"",
          "LaTeX", "LaTeX",
          "par", "\n\n",
          "newline", "\\\n");

  /** Groups, arguments, tables or lists within each other. */
  private static final int DEEPEST = 50;

  /** {@code \cline{2-3}}; what is longer is not a range of columns. */
  private static final Pattern RULE = Pattern.compile("\\\\(hline|cline\\{[0-9 -]{0,20}\\})");

  private final LatexSource source;
  private final int depth;
  private final StringBuilder markdown = new StringBuilder();
  private final Deque<String> lists = new ArrayDeque<>();

  private LatexMarkdown(LatexSource source, int depth) {
    this.source = source;
    this.depth = depth;
  }

  /**
   * Converts a whole statement.
   *
   * @throws ConversionException if it is nested too deeply; any other text has a result
   */
  public static String of(String latex) throws ConversionException {
    return of(new LatexSource(latex.replace("\r", "")));
  }

  static String of(LatexSource source) throws ConversionException {
    return MarkdownSpacing.tidy(new LatexMarkdown(source, 0).convert());
  }

  private String inline(String latex) throws ConversionException {
    requireDepth(depth + 1);
    return new LatexMarkdown(source.within(latex), depth + 1).convert().strip();
  }

  private static void requireDepth(int levels) throws ConversionException {
    if (levels > DEEPEST) {
      throw new ConversionException(
          "nests commands, groups or lists more than " + DEEPEST + " deep");
    }
  }

  private String convert() throws ConversionException {
    while (!source.atEnd()) {
      step();
    }
    return markdown.toString();
  }

  private void step() throws ConversionException {
    if (source.skip("%")) {
      source.to("\n");
    } else if (source.skip("$$") || source.skip("\\[")) {
      String end = source.last().equals("$$") ? "$$" : "\\]";
      markdown.append("\n\n$$").append(source.to(end)).append("$$\n\n");
    } else if (source.skip("$") || source.skip("\\(")) {
      String end = source.last().equals("$") ? "$" : "\\)";
      markdown.append('$').append(source.to(end)).append('$');
    } else if (source.skip("\\\\")) {
      markdown.append("\\\n");
    } else if (source.skip("\\")) {
      command();
    } else if (source.startsWith("{\\")) {
      markdown.append(switched(source.argument()));
    } else {
      typeset();
    }
  }

  private void typeset() {
    for (Map.Entry<String, String> entry : LatexSource.TYPESETTING) {
      if (source.skip(entry.getKey())) {
        markdown.append(entry.getValue());
        return;
      }
    }
    char next = source.next();
    switch (next) {
      case '{', '}' -> {}
      case '*', '_', '#', '<' -> markdown.append('\\').append(next);
      default -> markdown.append(next);
    }
  }

  /** A group that begins with a switch, such as <code>{\bf text}</code>. */
  private String switched(String group) throws ConversionException {
    LatexSource inner = source.within(group.substring(1));
    String name = inner.name();
    String rest = inner.rest();
    return AROUND.containsKey(name) ? around(name, rest) : inline(group);
  }

  private String around(String name, String argument) throws ConversionException {
    String mark = AROUND.getOrDefault(name, "");
    // Between back quotes nothing is markup.
    String text = mark.equals("`") ? plain(argument) : inline(argument);
    return text.isBlank() ? text : mark + text.strip() + mark;
  }

  private static String plain(String latex) {
    return latex.replaceAll("\\\\([%_#&${} ])", "$1").replace("\\textbackslash", "\\");
  }

  private void command() throws ConversionException {
    String name = source.name();
    if (name.isEmpty()) {
      escaped(source.next());
      return;
    }
    switch (name) {
      case "begin" -> begin(source.argument());
      case "end" -> end(source.argument());
      case "item" -> item();
      case "url" -> markdown.append('<').append(source.argument()).append('>');
      case "href" -> {
        String address = source.argument();
        markdown.append('[').append(inline(source.argument())).append("](").append(address);
        markdown.append(')');
      }
      case "includegraphics" -> {
        source.option();
        markdown.append("![](").append(source.argument()).append(')');
      }
      case "section", "subsection", "paragraph" -> {
        source.skip("*");
        markdown.append("\n\n### ").append(inline(source.argument())).append("\n\n");
      }
      case "epigraph" ->
          markdown
              .append("\n\n> ")
              .append(inline(source.argument()).replace("\n", "\n> "))
              .append("\n>\n> — ")
              .append(inline(source.argument()))
              .append("\n\n");
      case "illustration" -> { // Kattis: share of the width, file, caption
        source.argument();
        String file = source.argument();
        String caption = inline(source.argument());
        markdown.append("\n\n![").append(caption).append("](").append(file).append(")\n\n");
      }
      case "problemname", "def", "vspace", "hspace", "label" -> {
        source.skip("*");
        source.argument();
      }
      default -> other(name);
    }
  }

  private void other(String name) throws ConversionException {
    if (WORDS.containsKey(name)) {
      markdown.append(WORDS.get(name));
    } else if (AROUND.containsKey(name) && source.startsWith("{")) {
      markdown.append(around(name, source.argument()));
    }
  }

  private void escaped(char character) {
    switch (character) {
      case '_', '#', '{', '}' -> markdown.append('\\').append(character);
      case ' ', ',', ';', '/' -> markdown.append(' ');
      default -> markdown.append(character);
    }
  }

  private void begin(String name) throws ConversionException {
    switch (name) {
      case "itemize", "enumerate" -> {
        source.option();
        lists.push(name);
        requireDepth(lists.size()); // each level indents every item
        markdown.append('\n');
      }
      case "verbatim", "lstlisting" -> {
        source.option();
        String text = source.to("\\end{" + name + "}");
        markdown.append("\n\n```\n").append(text.strip()).append("\n```\n\n");
      }
      case "tabular" -> {
        source.argument();
        markdown.append(table(source.to("\\end{tabular}")));
      }
      default -> {
        source.option();
        markdown.append("\n\n");
      }
    }
  }

  private void end(String name) {
    if ((name.equals("itemize") || name.equals("enumerate")) && !lists.isEmpty()) {
      lists.pop();
    }
    markdown.append("\n\n");
  }

  private void item() {
    String indent = "   ".repeat(Math.max(0, lists.size() - 1));
    boolean numbered = "enumerate".equals(lists.peek());
    markdown.append('\n').append(indent).append(numbered ? "1. " : "- ");
    source.skipSpace();
  }

  private String table(String body) throws ConversionException {
    StringBuilder table = new StringBuilder("\n\n");
    boolean first = true;
    for (String row : RULE.matcher(body).replaceAll("").split("\\\\\\\\", -1)) {
      if (row.isBlank()) {
        continue;
      }
      String[] cells = row.split("(?<!\\\\)&", -1);
      table.append('|');
      for (String cell : cells) {
        table.append(' ').append(inline(cell).replace("\n", " ").replace("|", "\\|")).append(" |");
      }
      table.append('\n');
      if (first) {
        table.append('|').append(" --- |".repeat(cells.length)).append('\n');
        first = false;
      }
    }
    return table.append('\n').toString();
  }
}
