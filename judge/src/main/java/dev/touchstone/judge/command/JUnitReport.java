package dev.touchstone.judge.command;

import dev.touchstone.judge.verification.Verification;
import dev.touchstone.judge.verification.Verification.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes verifications in the JUnit format that continuous integration reads. */
final class JUnitReport {
  private JUnitReport() {}

  static void write(Path file, List<Verification> results) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument();
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "verify");
      for (Verification result : results) {
        write(xml, result);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void write(XMLStreamWriter xml, Verification result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", result.problem());
    xml.writeAttribute("name", result.submission());
    if (result.outcome() != Outcome.OK) {
      xml.writeEmptyElement(result.outcome() == Outcome.DIFFERS ? "failure" : "skipped");
      xml.writeAttribute("message", result.detail().replaceAll("[^\\x20-\\x7E]", " "));
    }
    xml.writeEndElement();
  }
}
