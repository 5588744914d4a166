package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.conversion.CodeMarkdown;
import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.HardBreaks;
import java.util.List;
import java.util.Optional;

/** Converts environments: lists, tables, program text, formulas, and what only has a frame. */
final class LatexEnvironments {
  private final LatexMarkdown text;
  private final LatexSource source;
  private final MarkdownText markdown;

  /**
   * Creates a converter.
   *
   * @param text converts what the environments contain
   * @param source where they are
   * @param markdown where they are written
   */
  LatexEnvironments(LatexMarkdown text, LatexSource source, MarkdownText markdown) {
    this.text = text;
    this.source = source;
    this.markdown = markdown;
  }

  /** Converts an environment whose beginning was read. */
  void begin(String name, int place) throws ConversionException {
    Optional<String> formula = LatexFormulas.environment(name);
    if (formula.isPresent()) {
      if (name.startsWith("alignat")) {
        source.argument();
      }
      markdown.block(text.formulas().display(source.body(name), formula.get()));
      return;
    }
    switch (name) {
      case "itemize", "enumerate", "description", "compactitem", "compactenum" -> {
        source.option();
        list(source.body(name), name.contains("enum"));
      }
      case "verbatim", "verbatim*", "lstlisting", "Verbatim", "alltt" -> {
        source.option();
        markdown.block(CodeMarkdown.block(source.body(name).text()));
      }
      case "minted" -> {
        source.option();
        source.argument();
        markdown.block(CodeMarkdown.block(source.body(name).text()));
      }
      case "quote", "quotation", "verse" -> markdown.block(quoted(text.inline(source.body(name))));
      case "tabular", "array", "longtable", "tabular*", "tabularx", "tabulary" -> {
        source.option();
        source.argument();
        if (name.matches("tabular.")) {
          source.argument();
        }
        table(source.body(name));
      }
      // The page shows samples by itself.
      case "example", "examples", "examplewide" -> source.body(name);
      case "tikzpicture", "pspicture", "picture" -> {
        source.body(name);
        text.remark(place, "the drawing " + name + " is not shown; include it as a picture");
      }
      case "comment" -> source.body(name);
      default -> passedThrough(name, place);
    }
  }

  private void passedThrough(String name, int place) throws ConversionException {
    if (LatexWords.HEADINGS.containsKey(name)) {
      markdown.heading(LatexWords.HEADINGS.getOrDefault(name, ""));
      return;
    }
    int arguments = LatexStyles.environmentArguments(name);
    if (arguments < 0) {
      text.remark(place, "the environment " + name + " is not understood; its content is shown");
    }
    source.option();
    for (int i = 0; i < arguments; i++) {
      source.option();
      source.argument();
    }
    markdown.raw("\n\n");
  }

  private void list(LatexSource body, boolean numbered) throws ConversionException {
    markdown.raw("\n\n");
    int number = 0;
    body.toItem(); // what stands before the first item is no item
    while (!body.atEnd()) {
      String label = body.option();
      LatexSource item = body.toItem();
      number++;
      String mark = numbered ? number + ". " : "- ";
      String words = text.inline(item);
      if (!label.isEmpty()) {
        words = "**" + text.inline(body.within(label)) + "** " + words;
      }
      markdown.raw(mark + words.replace("\n", "\n" + " ".repeat(mark.length())) + "\n");
    }
    markdown.raw("\n");
  }

  static String quoted(String words) {
    return "\n\n> " + words.replace("\n", "\n> ") + "\n\n";
  }

  private void table(LatexSource body) throws ConversionException {
    LatexSource start = body.copy();
    List<List<String>> rows = LatexTable.rows(body);
    if (text.isInCell()) {
      inCell(rows, start);
      return;
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    body.countCells((long) columns * rows.size());
    StringBuilder table = new StringBuilder("\n\n");
    for (int i = 0; i < rows.size(); i++) {
      table.append('|');
      List<String> cells = rows.get(i);
      for (int j = 0; j < columns; j++) {
        String words = j < cells.size() ? text.cell(start.within(cells.get(j))) : "";
        table.append(' ').append(cell(words)).append(" |");
      }
      table.append('\n');
      if (i == 0) {
        table.append('|').append(" --- |".repeat(columns)).append('\n');
      }
    }
    markdown.block(table.append('\n').toString());
  }

  /** Markdown has no table in a table; LaTeX has them for the ends of lines. */
  private void inCell(List<List<String>> rows, LatexSource start) throws ConversionException {
    for (List<String> row : rows) {
      for (String words : row) {
        markdown.raw(text.cell(start.within(words)) + " ");
      }
    }
  }

  /** In a table even code and formulas must not contain a bar, and there are no line breaks. */
  private static String cell(String words) {
    return words
        .replace(HardBreaks.MARK, " ")
        .replace("\n", " ")
        .replace("\\|", "|")
        .replace("|", "\\|");
  }
}
