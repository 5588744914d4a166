package dev.touchstone.problempackage.conversion.latex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Converts the LaTeX of statements to Markdown: text, lists, tables, pictures, verbatim text and
 * emphasis, and the commands of Kattis's and Polygon's statement classes. Formulas stay as they
 * are. What is not known is left out, its arguments are kept.
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

  private final LatexSource source;
  private final StringBuilder markdown = new StringBuilder();
  private final Deque<String> lists = new ArrayDeque<>();

  private LatexMarkdown(String text) {
    source = new LatexSource(text);
  }

  /** Converts a whole statement; any text has a result. */
  public static String of(String latex) {
    String text = new LatexMarkdown(latex.replace("\r", "")).convert();
    return text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip() + "\n";
  }

  private static String inline(String latex) {
    return new LatexMarkdown(latex).convert().strip();
  }

  private String convert() {
    while (!source.atEnd()) {
      step();
    }
    return markdown.toString();
  }

  private void step() {
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
  private static String switched(String group) {
    LatexSource inner = new LatexSource(group.substring(1));
    String name = inner.name();
    String rest = inner.rest();
    return AROUND.containsKey(name) ? around(name, rest) : inline(group);
  }

  private static String around(String name, String argument) {
    String mark = AROUND.getOrDefault(name, "");
    // Between back quotes nothing is markup.
    String text = mark.equals("`") ? plain(argument) : inline(argument);
    return text.isBlank() ? text : mark + text.strip() + mark;
  }

  private static String plain(String latex) {
    return latex.replaceAll("\\\\([%_#&${} ])", "$1").replace("\\textbackslash", "\\");
  }

  private void command() {
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

  private void other(String name) {
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

  private void begin(String name) {
    switch (name) {
      case "itemize", "enumerate" -> {
        source.option();
        lists.push(name);
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

  private static String table(String body) {
    StringBuilder table = new StringBuilder("\n\n");
    boolean first = true;
    for (String row : body.replaceAll("\\\\(hline|cline\\{[^}]*\\})", "").split("\\\\\\\\", -1)) {
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
