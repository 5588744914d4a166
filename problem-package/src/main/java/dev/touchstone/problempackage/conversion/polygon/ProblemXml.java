package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of {@code problem.xml}; what is missing is empty. */
record ProblemXml(Element element) {
  static final String NAME = "problem.xml";

  /** Describes thousands of tests, and takes a hundred times as much memory once read; in bytes. */
  private static final long LARGEST = 2 << 20;

  private static final String DEEPEST = "32";

  /** Reads the file, but nothing that it refers to. */
  static ProblemXml read(Path file) throws PackageException, IOException {
    if (Files.size(file) > LARGEST) {
      throw new PackageException(
          List.of(new Fault(NAME, "is larger than " + (LARGEST >> 20) + " MiB")));
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return new ProblemXml(builder.parse(file.toFile()).getDocumentElement());
    } catch (SAXException e) {
      throw new PackageException(List.of(new Fault(NAME, "is not valid XML: " + e.getMessage())));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The elements at the end of a path of names. */
  List<ProblemXml> all(String... path) {
    List<ProblemXml> found = List.of(this);
    for (String name : path) {
      found = found.stream().flatMap(one -> one.children(name).stream()).toList();
    }
    return found;
  }

  Optional<ProblemXml> first(String... path) {
    return all(path).stream().findFirst();
  }

  String attribute(String name) {
    return element.getAttribute(name).strip();
  }

  Optional<Double> number(String attribute) {
    return parse(attribute(attribute));
  }

  /** The number in an element. */
  Optional<Double> numberIn(String child) {
    return first(child).flatMap(found -> parse(found.text()));
  }

  String text() {
    return element.getTextContent().strip();
  }

  private static Optional<Double> parse(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private List<ProblemXml> children(String name) {
    List<ProblemXml> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getTagName().equals(name)) {
        children.add(new ProblemXml(child));
      }
    }
    return children;
  }
}
