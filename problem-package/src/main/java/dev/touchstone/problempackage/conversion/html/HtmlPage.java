package dev.touchstone.problempackage.conversion.html;

import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads pages of limited size, however they were written. */
final class HtmlPage {
  /** In characters: statements have a tenth of it. */
  private static final int LONGEST = 256 * 1024;

  /** What a parser makes of them is at most twelve times as many elements. */
  private static final int MOST_TAGS = 10_000;

  /** A parser repeats open elements such as bold text in every paragraph. */
  private static final int MOST_ELEMENTS = 20_000;

  /** Elements within each other; what converts them calls itself. */
  private static final int DEEPEST = 100;

  private HtmlPage() {}

  /** The body of a page, without what is no text. */
  static Element body(String html) throws ConversionException {
    if (html.length() > LONGEST) {
      throw new ConversionException(
          "is longer than " + LONGEST / 1024 + " Ki characters, the limit for HTML");
    }
    Element body = parsed(html);
    AtomicInteger deepest = new AtomicInteger();
    body.traverse((_, depth) -> deepest.accumulateAndGet(depth, Math::max));
    if (deepest.get() > DEEPEST) {
      throw new ConversionException("nests elements more than " + DEEPEST + " deep");
    }
    body.select("script, style, title, template").remove();
    // As Polygon has them: title and limits are shown elsewhere, and samples are tests.
    for (Element statement : body.select(".problem-statement")) {
      statement.select(".header, .sample-tests, .problem-title").remove();
    }
    return body;
  }

  private static Element parsed(String html) throws ConversionException {
    if (html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      throw new ConversionException("has more than " + MOST_TAGS + " tags");
    }
    Interruption.check();
    Element body = Jsoup.parse(html, Parser.htmlParser().setTrackPosition(true)).body();
    Interruption.check();
    if (body.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS) {
      throw new ConversionException("has more than " + MOST_ELEMENTS + " elements");
    }
    return body;
  }
}
