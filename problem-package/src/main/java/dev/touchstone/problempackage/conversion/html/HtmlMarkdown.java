package dev.touchstone.problempackage.conversion.html;

import dev.touchstone.problempackage.conversion.CodeMarkdown;
import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.MarkdownSpacing;
import dev.touchstone.problempackage.conversion.PlainMarkdown;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Converts the page of a statement, also one that Polygon rendered, to Markdown, in which nothing
 * of the page can run.
 */
public final class HtmlMarkdown {
  /** Elements within each other; what converts them calls itself. */
  private static final int DEEPEST = 100;

  /** Polygon writes three dollars around a formula, six around a displayed one. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\$\\$\\$\\$\\$\\$[^$]++\\$\\$\\$\\$\\$\\$|\\$\\$\\$[^$]++\\$\\$\\$|\\$\\$[^$]++\\$\\$");

  private HtmlMarkdown() {}

  /**
   * Converts a page. What is no text, such as scripts, is left out.
   *
   * @throws ConversionException if it is nested too deeply; any other text has a result
   */
  public static String of(String html) throws ConversionException {
    return of(html, UnaryOperator.identity());
  }

  /**
   * Converts a page as above.
   *
   * @param pictures the address of a picture, from the one that the page has
   */
  public static String of(String html, UnaryOperator<String> pictures) throws ConversionException {
    Element body = Jsoup.parse(html).body();
    requireDepth(body);
    // Title and limits are shown elsewhere; samples are tests.
    body.select("script, style, title, .header, .sample-tests, .problem-title").remove();
    body.select("img").forEach(img -> img.attr("src", pictures.apply(img.attr("src"))));
    StringBuilder markdown = new StringBuilder();
    children(body, markdown);
    // Formulas stand between three dollar signs, displayed ones between six.
    return MarkdownSpacing.tidy(markdown.toString().replace("$$$$$$", "$$").replace("$$$", "$"));
  }

  private static void requireDepth(Element body) throws ConversionException {
    AtomicInteger deepest = new AtomicInteger();
    body.traverse((_, depth) -> deepest.accumulateAndGet(depth, Math::max));
    if (deepest.get() > DEEPEST) {
      throw new ConversionException("nests elements more than " + DEEPEST + " deep");
    }
  }

  private static void children(Element element, StringBuilder markdown) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        markdown.append(text(text.text()));
      } else if (child instanceof Element inner) {
        convert(inner, markdown);
      }
    }
  }

  private static void convert(Element element, StringBuilder markdown) {
    if (element.hasClass("section-title")) {
      markdown.append("\n\n## ").append(inline(element)).append("\n\n");
      return;
    }
    switch (element.tagName()) {
      case "h1", "h2", "h3", "h4" ->
          markdown.append("\n\n### ").append(inline(element)).append("\n\n");
      case "b", "strong" -> around("**", element, markdown);
      case "i", "em" -> around("*", element, markdown);
      case "tt", "code" -> markdown.append(CodeMarkdown.inline(element.wholeText()));
      case "pre" -> markdown.append(CodeMarkdown.block(element.wholeText()));
      case "br" -> markdown.append("\\\n");
      case "img" -> markdown.append("![](").append(address(element.attr("src"))).append(')');
      case "a" -> {
        markdown.append('[');
        children(element, markdown);
        markdown.append("](").append(address(element.attr("href"))).append(')');
      }
      case "li" -> {
        markdown.append(element.parents().is("ol") ? "\n1. " : "\n- ");
        children(element, markdown);
      }
      case "table" -> table(element, markdown);
      case "p", "div", "ul", "ol" -> {
        markdown.append("\n\n");
        children(element, markdown);
        markdown.append("\n\n");
      }
      default -> children(element, markdown);
    }
  }

  private static String inline(Element element) {
    StringBuilder inner = new StringBuilder();
    children(element, inner);
    return inner.toString().replace('\n', ' ').strip();
  }

  /** In a table even code and formulas must not contain a bar. */
  private static String cell(Element cell) {
    return inline(cell).replace("\\|", "|").replace("|", "\\|");
  }

  /** A text, in which formulas stand between dollars. */
  private static String text(String text) {
    StringBuilder shown = new StringBuilder();
    Matcher formula = FORMULA.matcher(text);
    int start = 0;
    while (formula.find()) {
      shown.append(plain(text.substring(start, formula.start()))).append(formula.group());
      start = formula.end();
    }
    return shown.append(plain(text.substring(start))).toString();
  }

  private static String plain(String text) {
    return PlainMarkdown.escaped(text).replace("$", "\\$");
  }

  private static String address(String address) {
    return address
        .replace(" ", "%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace("\n", "");
  }

  private static void around(String mark, Element element, StringBuilder markdown) {
    StringBuilder inner = new StringBuilder();
    children(element, inner);
    String text = inner.toString().strip();
    markdown.append(text.isEmpty() ? "" : mark + text + mark);
  }

  private static void table(Element table, StringBuilder markdown) {
    markdown.append("\n\n");
    boolean first = true;
    for (Element row : table.select("tr")) {
      markdown.append('|');
      for (Element cell : row.select("td, th")) {
        markdown.append(' ').append(cell(cell)).append(" |");
      }
      markdown.append('\n');
      if (first) {
        markdown.append('|').append(" --- |".repeat(row.select("td, th").size())).append('\n');
        first = false;
      }
    }
    markdown.append('\n');
  }
}
