package dev.touchstone.problempackage.conversion.html;

import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.conversion.CodeMarkdown;
import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.ConvertedText;
import dev.touchstone.problempackage.conversion.ConvertedText.Remark;
import dev.touchstone.problempackage.conversion.EmphasisMarkdown;
import dev.touchstone.problempackage.conversion.HardBreaks;
import dev.touchstone.problempackage.conversion.MarkdownSpacing;
import dev.touchstone.problempackage.conversion.ScriptMarkdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Converts the page of a statement, also one that Polygon rendered, to Markdown, in which nothing
 * of the page can run. The work is limited: each level of nesting copies its text once, and the
 * levels, the elements and the text are limited.
 */
public final class HtmlMarkdown {
  /** By message, which counts once. */
  private final Map<String, Remark> remarks = new LinkedHashMap<>();

  private long work;

  private final UnaryOperator<String> pictures;

  HtmlMarkdown() {
    this(UnaryOperator.identity());
  }

  private HtmlMarkdown(UnaryOperator<String> pictures) {
    this.pictures = pictures;
  }

  /**
   * Converts a page. What is no text, such as scripts, is left out.
   *
   * @throws ConversionException if it is too large, in itself or as Markdown, or nested too deeply;
   *     any other text has a result
   */
  public static ConvertedText convert(String html) throws ConversionException {
    return convert(html, UnaryOperator.identity());
  }

  /**
   * Converts a page as above.
   *
   * @param pictures the address of a picture, from the one that the page has
   */
  public static ConvertedText convert(String html, UnaryOperator<String> pictures)
      throws ConversionException {
    return new HtmlMarkdown(pictures).page(html);
  }

  ConvertedText page(String html) throws ConversionException {
    Element body = HtmlPage.body(html.replace(HardBreaks.MARK, ""));
    String markdown = HardBreaks.resolved(content(body));
    return new ConvertedText(MarkdownSpacing.tidy(markdown), List.copyOf(remarks.values()));
  }

  /** How many characters were written on all levels together. */
  long work() {
    return work;
  }

  private String content(Element element) throws ConversionException {
    return content(element, true);
  }

  private String marked(String mark, Element element) throws ConversionException {
    return EmphasisMarkdown.around(mark, content(element, false));
  }

  private String content(Element element, boolean beginsLine) throws ConversionException {
    HtmlText markdown = new HtmlText(beginsLine);
    children(element, markdown);
    work += markdown.length();
    return markdown.toString();
  }

  private void children(Element element, HtmlText markdown) throws ConversionException {
    for (Node child : element.childNodes()) {
      Interruption.check();
      if (child instanceof TextNode text) {
        markdown.text(text.text());
      } else if (child instanceof Element inner) {
        convert(inner, markdown);
      }
    }
  }

  private void convert(Element element, HtmlText markdown) throws ConversionException {
    if (element.hasClass("section-title")) {
      heading("## ", element, markdown);
      return;
    }
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading("### ", element, markdown);
      case "b", "strong" -> markdown.raw(marked("**", element));
      case "i", "em", "var", "cite", "dfn" -> markdown.raw(marked("*", element));
      case "s", "del", "strike" -> markdown.raw(marked("~~", element));
      case "sup" -> script('^', element, markdown);
      case "sub" -> script('_', element, markdown);
      case "tt", "code", "kbd", "samp" -> markdown.raw(CodeMarkdown.inline(element.wholeText()));
      case "pre" ->
          markdown.raw(
              isInCell(element)
                  ? CodeMarkdown.inline(element.wholeText().strip())
                  : CodeMarkdown.block(element.wholeText()));
      case "br" -> markdown.raw(HardBreaks.MARK);
      case "hr" -> markdown.block("***");
      case "img" -> picture(element, markdown);
      case "a" -> link(element, markdown);
      case "ul", "ol" -> list(element, markdown);
      case "blockquote" ->
          markdown.block(
              "> " + MarkdownSpacing.tidy(content(element)).strip().replace("\n", "\n> "));
      case "table" -> table(element, markdown);
      case "iframe", "object", "embed", "video", "audio", "canvas", "svg", "select", "textarea" ->
          remark(element, "the element " + element.normalName() + " is not shown");
      case "math" -> {
        remark(element, "the element math is shown as text; write a formula between dollars");
        children(element, markdown);
      }
      default -> {
        if (element.isBlock()) {
          markdown.block(content(element));
        } else {
          children(element, markdown);
        }
      }
    }
  }

  private void heading(String mark, Element element, HtmlText markdown) throws ConversionException {
    String title = inline(element);
    if (!title.isEmpty()) {
      markdown.block(mark + title);
    }
  }

  private String inline(Element element) throws ConversionException {
    return content(element).replace('\n', ' ').replace(HardBreaks.MARK, " ").strip();
  }

  private void script(char mark, Element element, HtmlText markdown) throws ConversionException {
    Optional<String> formula = ScriptMarkdown.formula(mark, element.wholeText());
    if (formula.isPresent()) {
      markdown.formula(formula.get());
    } else {
      markdown.raw(ScriptMarkdown.words(mark, inline(element)));
    }
  }

  private void picture(Element element, HtmlText markdown) throws ConversionException {
    String shown = HtmlText.escaped(element.attr("alt").replaceAll("\\s+", " ").strip());
    String source = element.attr("src").strip();
    if (isData(source)) {
      remark(element, "a picture within the page is not shown; add it as a file");
      markdown.raw(shown);
    } else if (source.isEmpty()) {
      remark(element, "a picture has no address");
      markdown.raw(shown);
    } else {
      markdown.raw("![" + shown + "](" + address(pictures.apply(source)) + ")");
    }
  }

  private void link(Element element, HtmlText markdown) throws ConversionException {
    String target = element.attr("href").strip();
    String shown = inline(element);
    if (isData(target)) {
      remark(element, "a link to data within the page is left out; add the data as an attachment");
    }
    boolean linked = !target.isEmpty() && !isData(target);
    markdown.raw(linked ? "[" + shown + "](" + address(target) + ")" : shown);
  }

  private static boolean isData(String address) {
    return address.toLowerCase(Locale.ROOT).startsWith("data:");
  }

  private static String address(String address) {
    return address
        .replace(" ", "%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace("\n", "");
  }

  private void list(Element list, HtmlText markdown) throws ConversionException {
    String start = list.attr("start").strip();
    int number = start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 1;
    boolean numbered = list.nameIs("ol");
    markdown.raw("\n\n");
    for (Element item : list.children()) {
      String mark = numbered ? number + ". " : "- ";
      String text = item.nameIs("li") ? content(item) : converted(item);
      markdown.raw(mark + text.strip().replace("\n", "\n" + " ".repeat(mark.length())) + "\n");
      number++;
    }
    markdown.raw("\n");
  }

  private String converted(Element element) throws ConversionException {
    HtmlText markdown = new HtmlText(true);
    convert(element, markdown);
    work += markdown.length();
    return markdown.toString();
  }

  private void table(Element table, HtmlText markdown) throws ConversionException {
    List<List<Optional<Element>>> rows = HtmlTable.rows(table);
    if (isInCell(table)) {
      remark(table, "a table within a table is shown as text");
      words(rows, markdown);
      return;
    }
    Optional<Element> caption = HtmlTable.caption(table);
    if (caption.isPresent()) {
      markdown.block(EmphasisMarkdown.around("*", inline(caption.get())));
    }
    markdown.raw("\n\n");
    for (int i = 0; i < rows.size(); i++) {
      markdown.raw("|");
      for (Optional<Element> cell : rows.get(i)) {
        markdown.raw(" " + (cell.isPresent() ? cell(cell.get()) : "") + " |");
      }
      markdown.raw(i == 0 ? "\n|" + " --- |".repeat(rows.getFirst().size()) + "\n" : "\n");
    }
    markdown.raw("\n");
  }

  private void words(List<List<Optional<Element>>> rows, HtmlText markdown)
      throws ConversionException {
    for (List<Optional<Element>> row : rows) {
      for (Optional<Element> cell : row) {
        if (cell.isPresent()) {
          markdown.raw(inline(cell.get()) + " ");
        }
      }
      markdown.raw(HardBreaks.MARK);
    }
  }

  private static boolean isInCell(Element element) {
    return element.parents().stream()
        .anyMatch(parent -> parent.nameIs("td") || parent.nameIs("th"));
  }

  /** In a table even code and formulas must not contain a bar. */
  private String cell(Element cell) throws ConversionException {
    return inline(cell).replace("\\|", "|").replace("|", "\\|");
  }

  private void remark(Element element, String message) {
    int line = Math.max(1, element.sourceRange().start().lineNumber());
    remarks.putIfAbsent(message, new Remark(line, message));
  }
}
