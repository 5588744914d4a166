package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Warns of tests that an editor saved with a mark of their encoding: programs read it as text. */
final class TextEncoding {
  private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
  private final Path root;
  private final List<Fault> faults;

  TextEncoding(Path root, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
  }

  void check(List<TestCase> cases) throws IOException {
    for (TestCase test : cases) {
      check(test.input());
      check(test.answer());
    }
  }

  private void check(Path file) throws IOException {
    String name = root.relativize(file).toString();
    byte[] head;
    Interruption.check();
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(UTF_8.length);
    }
    if (startsWith(head, UTF_8)) {
      faults.add(
          Fault.warning(
              name, 1, "begins with a byte order mark, which programs read; save it without one"));
    } else if (startsWith(head, UTF_16_LITTLE) || startsWith(head, UTF_16_BIG)) {
      faults.add(Fault.warning(name, 1, "is encoded as UTF-16; save it as UTF-8"));
    }
  }

  private static boolean startsWith(byte[] head, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || head[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
