package dev.touchstone.problempackage.conversion.latex;

import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.conversion.CodeMarkdown;
import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.ConvertedText;
import dev.touchstone.problempackage.conversion.ConvertedText.Remark;
import dev.touchstone.problempackage.conversion.HardBreaks;
import dev.touchstone.problempackage.conversion.MarkdownSpacing;
import dev.touchstone.problempackage.conversion.ScriptMarkdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Converts the LaTeX of statements to Markdown: text, lists, tables, pictures, verbatim text,
 * formulas and emphasis, and the commands of Kattis's and Polygon's statement classes. What is not
 * known is left out with a remark, and its arguments are kept. The work is linear in the text: each
 * level of nesting reads its part a few times, and the levels are limited.
 */
public final class LatexMarkdown {
  /** Groups, arguments, tables or lists within each other. */
  private static final int DEEPEST = 50;

  private static final int MOST_REMARKS = 50;

  /** What all parts of a statement share. */
  private record Statement(
      LatexMacros macros,
      LatexFormulas formulas,
      UnaryOperator<String> pictures,
      List<Remark> remarks) {}

  private final LatexSource source;
  private final Statement statement;
  private final int depth;
  private final MarkdownText markdown = new MarkdownText();
  private boolean inCell;

  private LatexMarkdown(LatexSource source, Statement statement, int depth) {
    this.source = source;
    this.statement = statement;
    this.depth = depth;
  }

  /**
   * Converts a whole statement.
   *
   * @throws ConversionException if it is nested too deeply; any other text has a result
   */
  public static String of(String latex) throws ConversionException {
    return convert(latex, UnaryOperator.identity()).markdown();
  }

  /**
   * Converts a whole statement.
   *
   * @param pictures the file of a picture, which LaTeX may name without its extension
   * @throws ConversionException if it is nested too deeply; any other text has a result
   */
  public static ConvertedText convert(String latex, UnaryOperator<String> pictures)
      throws ConversionException {
    return convert(new LatexSource(normalized(latex)), pictures);
  }

  static String of(LatexSource source) throws ConversionException {
    return convert(source, UnaryOperator.identity()).markdown();
  }

  private static ConvertedText convert(LatexSource source, UnaryOperator<String> pictures)
      throws ConversionException {
    LatexMacros macros = new LatexMacros();
    Statement statement =
        new Statement(macros, new LatexFormulas(macros), pictures, new ArrayList<>());
    String text = new LatexMarkdown(source, statement, 0).convert();
    return new ConvertedText(
        MarkdownSpacing.tidy(HardBreaks.resolved(text)), distinct(statement.remarks()));
  }

  private static String normalized(String latex) {
    return latex.replace("\r\n", "\n").replace('\r', '\n').replace(HardBreaks.MARK, "");
  }

  /** What a cell of a table contains; a table in it becomes words. */
  String cell(LatexSource part) throws ConversionException {
    LatexMarkdown cell = part(part);
    cell.inCell = true;
    return cell.convert().strip();
  }

  /** Whether this is within a cell of a table. */
  boolean isInCell() {
    return inCell;
  }

  LatexFormulas formulas() {
    return statement.formulas();
  }

  private LatexMarkdown part(LatexSource part) throws ConversionException {
    if (depth + 1 > DEEPEST) {
      throw new ConversionException(
          "nests commands, groups or lists more than " + DEEPEST + " deep");
    }
    LatexMarkdown inner = new LatexMarkdown(part, statement, depth + 1);
    inner.inCell = inCell;
    return inner;
  }

  /** A part in one piece, for the middle of a line. */
  String inline(LatexSource part) throws ConversionException {
    return part(part).convert().strip();
  }

  private String convert() throws ConversionException {
    while (!source.atEnd()) {
      Interruption.check();
      step();
    }
    return markdown.toString();
  }

  private void step() throws ConversionException {
    if (source.skip("%")) {
      source.to("\n");
      // A comment also takes the space that the next line begins with.
      if (!source.startsWith("\n")) {
        source.skipSpace();
      }
    } else if (source.skip("$$")) {
      markdown.block(statement.formulas().display(source.to("$$"), ""));
    } else if (source.skip("\\[")) {
      markdown.block(statement.formulas().display(source.to("\\]"), ""));
    } else if (source.skip("$")) {
      formula(source.toUnescaped('$'));
    } else if (source.skip("\\(")) {
      formula(source.to("\\)"));
    } else if (source.skip("\\\\")) {
      source.skip("*");
      source.option();
      markdown.raw(HardBreaks.MARK);
    } else if (source.skip("\\")) {
      command();
    } else if (source.startsWith("{\\")) {
      group(source.argument());
    } else {
      markdown.typeset(source);
    }
  }

  private void formula(LatexSource tex) throws ConversionException {
    markdown.formula(statement.formulas().inline(tex), source.peek());
  }

  /** A group that begins with a switch, such as <code>{\bf text}</code>, or with any command. */
  private void group(LatexSource group) throws ConversionException {
    int start = group.mark();
    group.next();
    String name = group.name();
    if (LatexStyles.has(name)) {
      markdown.raw(styled(name, group));
    } else {
      group.backTo(start);
      markdown.raw(part(group).convert());
    }
  }

  private String styled(String name, LatexSource argument) throws ConversionException {
    return LatexStyles.isCode(name)
        ? CodeMarkdown.inline(code(argument))
        : LatexStyles.around(name, part(argument).convert());
  }

  private String code(LatexSource argument) throws ConversionException {
    int place = source.mark();
    return LatexPlain.of(
        argument,
        statement.macros(),
        name -> remark(place, "the command \\" + name + " is left out of program text"));
  }

  private void command() throws ConversionException {
    int place = source.mark();
    String name = source.name();
    if (name.isEmpty()) {
      character(source.next());
    } else if (statement.macros().has(name)) {
      String replacement = statement.macros().replacement(name, source);
      markdown.raw(part(source.expansion(replacement)).convert());
    } else if (LatexAccents.has(name)) {
      accent(name);
    } else if (LatexWords.TEXTS.containsKey(name)) {
      source.skip("{}");
      markdown.raw(LatexWords.TEXTS.getOrDefault(name, ""));
    } else if (LatexStyles.has(name) && source.startsWith("{")) {
      markdown.raw(styled(name, source.argument()));
    } else if (LatexWords.HEADINGS.containsKey(name)) {
      markdown.heading(LatexWords.HEADINGS.getOrDefault(name, ""));
    } else {
      structure(name, place);
    }
  }

  private void character(char character) throws ConversionException {
    switch (character) {
      case '\'', '`', '^', '"', '~', '=', '.' -> accent(String.valueOf(character));
      case '_', '#', '{', '}', '$' -> markdown.raw("\\" + character);
      case ' ', ',', ';', ':', '\n' -> markdown.raw(" ");
      case '!', '/', '-', '@' -> {}
      default -> markdown.raw(String.valueOf(character));
    }
  }

  private void accent(String command) throws ConversionException {
    markdown.raw(LatexAccents.on(command, inline(source.token())));
  }

  private void structure(String name, int place) throws ConversionException {
    switch (name) {
      case "begin" ->
          new LatexEnvironments(this, source, markdown)
              .begin(source.argument().text().strip(), place);
      case "end" -> {
        source.argument();
        markdown.raw("\n\n");
      }
      case "item" -> {
        source.option();
        markdown.raw("\n\n- ");
      }
      case "newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator" ->
          statement.macros().define(name, source);
      case "verb", "lstinline" -> verbatimInLine();
      case "url" -> markdown.raw("<" + address(source.argument()) + ">");
      case "href" -> {
        String address = address(source.argument());
        markdown.raw("[" + inline(source.argument()) + "](" + address + ")");
      }
      case "includegraphics", "includesvg" -> {
        source.skip("*");
        source.option();
        picture("", source.argument().text());
      }
      case "section", "subsection", "subsubsection", "paragraph", "subparagraph", "chapter" -> {
        source.skip("*");
        source.option();
        markdown.heading(inline(source.argument()));
      }
      case "caption" -> {
        source.skip("*");
        source.option();
        markdown.block("\n\n*" + inline(source.argument()) + "*\n\n");
      }
      case "footnote" -> markdown.raw(" (" + inline(source.argument()) + ")");
      case "textsuperscript" -> script('^');
      case "textsubscript" -> script('_');
      case "ref", "eqref", "pageref", "autoref", "cref", "Cref" -> {
        source.skip("*");
        source.argument();
        remark(place, "\\" + name + " is left out, since nothing has a number here");
      }
      case "ensuremath" -> formula(source.argument());
      case "epigraph" -> {
        String text = inline(source.argument());
        markdown.block(LatexEnvironments.quoted(text + "\n\n— " + inline(source.argument())));
      }
      case "illustration" -> { // Kattis: share of the width, file, caption
        source.argument();
        String file = source.argument().text();
        picture(inline(source.argument()), file);
      }
      default -> other(name, place);
    }
  }

  private void other(String name, int place) throws ConversionException {
    source.skip("*");
    boolean known = LatexWords.NOTHING.contains(name) || LatexWords.PLAIN.contains(name);
    int dropped = LatexWords.DROPPED.getOrDefault(name, 0);
    if (!known && !LatexWords.DROPPED.containsKey(name)) {
      remark(place, "the command \\" + name + " is not understood and left out");
    }
    if (LatexWords.NOTHING.contains(name)) {
      return;
    }
    source.option();
    for (int i = 0; i < dropped; i++) {
      source.argument();
      source.option();
    }
    if (!LatexWords.DROPPED.containsKey(name) || LatexWords.PLAIN.contains(name)) {
      markdown.raw(part(source.argument()).convert());
    }
  }

  private void script(char mark) throws ConversionException {
    LatexSource argument = source.argument();
    Optional<String> formula = ScriptMarkdown.formula(mark, argument.text());
    if (formula.isPresent()) {
      markdown.formula(formula.get(), source.peek());
    } else {
      markdown.raw(ScriptMarkdown.words(mark, inline(argument)));
    }
  }

  private void verbatimInLine() {
    source.option();
    char mark = source.next();
    String end = mark == '{' ? "}" : String.valueOf(mark);
    markdown.raw(CodeMarkdown.inline(source.to(end).text()));
  }

  private static String address(LatexSource argument) {
    return argument
        .text()
        .strip()
        .replaceAll("\\\\([%_#&~{}])", "$1")
        .replace(" ", "%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E");
  }

  private void picture(String caption, String file) {
    String name = statement.pictures().apply(file.strip());
    String address =
        name.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C");
    markdown.block("\n\n![" + caption + "](" + address + ")\n\n");
  }

  /** Records what an author should know of a place in the source. */
  void remark(int place, String message) {
    if (statement.remarks().size() < MOST_REMARKS) {
      statement.remarks().add(new Remark(source.lineAt(place), message));
    }
  }

  /** Remarks with the same message count once, at their first line. */
  private static List<Remark> distinct(List<Remark> remarks) {
    Map<String, Remark> first = new LinkedHashMap<>();
    remarks.forEach(remark -> first.putIfAbsent(remark.message(), remark));
    return List.copyOf(first.values());
  }
}
