package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.MarkdownSpacing;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Converts the page of a statement, as Polygon renders it, to Markdown. */
final class HtmlMarkdown {
  /** Elements within each other; what converts them calls itself. */
  private static final int DEEPEST = 100;

  private HtmlMarkdown() {}

  static String of(String html) throws ConversionException {
    Element body = Jsoup.parse(html).body();
    requireDepth(body);
    // Title and limits are shown elsewhere; samples are tests.
    body.select("script, style, .header, .sample-tests, .problem-title").remove();
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
        markdown.append(text.text().replace("*", "\\*").replace("_", "\\_"));
      } else if (child instanceof Element inner) {
        convert(inner, markdown);
      }
    }
  }

  private static void convert(Element element, StringBuilder markdown) {
    if (element.hasClass("section-title")) {
      markdown.append("\n\n## ").append(element.text()).append("\n\n");
      return;
    }
    switch (element.tagName()) {
      case "h1", "h2", "h3", "h4" ->
          markdown.append("\n\n### ").append(element.text()).append("\n\n");
      case "b", "strong" -> around("**", element, markdown);
      case "i", "em" -> around("*", element, markdown);
      case "tt", "code" -> markdown.append('`').append(element.wholeText()).append('`');
      case "pre" ->
          markdown.append("\n\n```\n").append(element.wholeText().strip()).append("\n```\n\n");
      case "br" -> markdown.append("\\\n");
      case "img" -> markdown.append("![](").append(element.attr("src")).append(')');
      case "a" -> {
        markdown.append('[');
        children(element, markdown);
        markdown.append("](").append(element.attr("href")).append(')');
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
        markdown.append(' ').append(cell.text().replace("|", "\\|")).append(" |");
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
