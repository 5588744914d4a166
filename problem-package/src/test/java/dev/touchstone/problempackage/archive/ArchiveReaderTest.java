package dev.touchstone.problempackage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {
  private static final int MIB = 1 << 20;
  private static final ArchiveLimits LIMITS = new ArchiveLimits(4 * MIB, 4 * MIB, 10);

  /** Offsets in a header of the directory. */
  private static final int FLAGS = 8;

  private static final int METHOD = 10;

  @TempDir private Path temporary;

  private Unpacked unpack(byte[] archive) throws ArchiveException, IOException {
    Path file = Files.write(Files.createTempFile(temporary, "test", ".zip"), archive);
    return new ArchiveReader(LIMITS).unpack(file, Files.createTempDirectory(temporary, "files"));
  }

  private List<String> files(byte[] archive) throws ArchiveException, IOException {
    Path root = unpack(archive).root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private ArchiveException refusal(byte[] archive) {
    ArchiveException e = catchThrowableOfType(ArchiveException.class, () -> unpack(archive));
    assertThat(e).as("the archive is not refused").isNotNull();
    assertThat(temporary.resolveSibling("escaped")).doesNotExist();
    return e;
  }

  @Test
  void findsThePackageInItsFolderBesideWhatSystemsAdd() throws Exception {
    Unpacked unpacked =
        unpack(
            new Zip()
                .file("sum/problem.yaml", "name: Sum\n")
                .file(".DS_Store", "")
                .file("__MACOSX/sum/._problem.yaml", "")
                .file("sum/data/._1.in", "")
                .file("sum/data/Thumbs.db", "")
                .bytes());
    assertThat(unpacked.name()).isEqualTo("sum");
    assertThat(unpacked.root().resolve("problem.yaml")).hasContent("name: Sum");
    assertThat(unpacked.root().resolve("data")).doesNotExist();
  }

  @Test
  void readsEntriesWhoseSizesFollowTheirContents() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("data/"));
      zip.putNextEntry(new ZipEntry("data/1.in"));
      zip.write("1 2".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(unpack(bytes.toByteArray()).root().resolve("1.in")).hasContent("1 2");
  }

  @Test
  void refusesAFileThatIsThereTwice() throws Exception {
    byte[] twice = new Zip().file("a/problem.yaml", "1").file("a/problem.yaml", "2").bytes();
    ArchiveException e = refusal(twice);
    assertThat(e.reason()).isEqualTo(ArchiveFault.DUPLICATE_PATH);
    assertThat(e).hasMessage("a/problem.yaml: occurs twice in the archive");
  }

  @ParameterizedTest
  @CsvSource({
    "data/A.in, data/a.in, differs from data/A.in only in case or form",
    "Data/1.in, data/2.in, differs from Data only in case or form",
    "\u00e9.txt, e\u0301.txt, differs from \u00e9.txt only in case or form",
    "data/1, data/1/x, is both a file and a folder",
    "data/1/x, data/1, is both a file and a folder",
  })
  void refusesPathsThatSomeSystemsTakeForOne(String first, String second, String message)
      throws Exception {
    ArchiveException e = refusal(new Zip().file(first, "1").file(second, "2").bytes());
    assertThat(e.reason()).isEqualTo(ArchiveFault.DUPLICATE_PATH);
    assertThat(e).hasMessageEndingWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../escaped",
        "data/../../escaped",
        "/etc/escaped",
        "data//escaped",
        "./escaped",
        "..¦escaped",
        "C:¦escaped",
        "data/a\u0001b",
        "data/a\u0000b",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/escaped"
      })
  void refusesAPathThatLeadsOut(String path) throws Exception {
    byte[] zip = Zip.inCodePage("ISO-8859-1").file(path, "").bytes();
    assertThat(refusal(Zip.replaced(zip, "¦", "\\")).reason()).isEqualTo(ArchiveFault.UNSAFE_PATH);
  }

  @Test
  void refusesNamesThatNoFileSystemStores() throws Exception {
    String long1 = "x".repeat(241);
    String long2 = "ế".repeat(90);
    assertThat(refusal(new Zip().file(long1, "").bytes()))
        .hasMessageContaining("is longer than 240 characters");
    assertThat(refusal(new Zip().file(long2, "").bytes()))
        .hasMessageEndingWith("contains a name of more than 255 bytes");
  }

  @Test
  void takesBackslashesOfWindowsForSlashes() throws Exception {
    byte[] zip =
        Zip.inCodePage("ISO-8859-1")
            .file("sum¦", "")
            .file("sum¦data¦", "")
            .file("sum¦data¦1.in", "")
            .bytes();
    Unpacked unpacked = unpack(Zip.replaced(zip, "¦", "\\"));
    assertThat(unpacked.name()).isEqualTo("sum");
    assertThat(unpacked.root().resolve("data/1.in")).isRegularFile();
  }

  @Test
  void refusesABackslashInANameOfUnix() throws Exception {
    byte[] zip = Zip.inCodePage("ISO-8859-1").ofUnix("a¦b", 0100644).bytes();
    assertThat(refusal(Zip.replaced(zip, "¦", "\\")))
        .hasMessage("a\\b: contains a backslash, a colon or a control character");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, đường.png",
    "GBK, 题目.txt",
    "GBK, 題目一.txt",
    "GBK, 第1题_样例.zip",
    "IBM437, Größe.txt",
    "IBM437, été à Málaga.txt",
    "IBM866, рисунок.png",
    "IBM866, Тест 1.txt",
    "IBM866, тест.txt",
    "IBM866, УСЛОВИЕ_задачи.pdf",
  })
  void readsNamesOfAnyCodePage(String charset, String name) throws Exception {
    byte[] zip = Zip.inCodePage(charset).file("attachments/" + name, "").bytes();
    assertThat(files(zip)).containsExactly(name);
  }

  @Test
  void readsANameInAnyBytes() throws Exception {
    byte[] zip = Zip.inCodePage("ISO-8859-1").file("a/\u0082\u00FF\u00B0\u00A0.txt", "").bytes();
    assertThat(files(zip)).hasSize(1);
  }

  @Test
  void prefersTheSecondNameThatIsUnicode() throws Exception {
    byte[] zip = Zip.inCodePage("IBM866").withUnicodeNames().file("рисунок.png", "").bytes();
    assertThat(files(zip)).containsExactly("рисунок.png");
  }

  @Test
  void refusesLinksAndDevices() throws Exception {
    for (int type : new int[] {0120777, 0020666, 0010666}) {
      ArchiveException e = refusal(new Zip().ofUnix("data/secret/3.in", type).bytes());
      assertThat(e.reason()).isEqualTo(ArchiveFault.LINK);
      assertThat(e).hasMessageStartingWith("data/secret/3.in: is a link");
    }
  }

  @Test
  void refusesWhatItCannotDecryptOrDecompress() throws Exception {
    byte[] zip = new Zip().file("problem.yaml", "name: T").bytes();
    assertThat(refusal(Zip.withHeader(zip, FLAGS, 1)).reason()).isEqualTo(ArchiveFault.ENCRYPTED);
    ArchiveException e = refusal(Zip.withHeader(zip, METHOD, 14));
    assertThat(e.reason()).isEqualTo(ArchiveFault.UNSUPPORTED);
    assertThat(e)
        .hasMessage(
            "problem.yaml: is compressed by method 14, which is not supported; use Deflate");
  }

  @Test
  void refusesAnArchiveThatIsCutOffAnywhere() throws Exception {
    byte[] whole = new Zip().file("problem.yaml", "name: T").file("a.in", "1").bytes();
    for (int length = 0; length < whole.length; length++) {
      assertThat(refusal(Arrays.copyOf(whole, length)).reason()).isEqualTo(ArchiveFault.INVALID);
    }
  }

  @Test
  void refusesContentsThatAreDamaged() throws Exception {
    byte[] zip = new Zip().file("a", "some text").bytes();
    zip[31] ^= 0x10; // behind a header of 30 bytes and the name
    assertThat(refusal(zip).reason()).isEqualTo(ArchiveFault.INVALID);
  }

  @Test
  void refusesWhatGrowsBeyondTheLimit() throws Exception {
    byte[] zip = new Zip().file("a", new byte[5 * MIB], 0).bytes();
    assertThat(refusal(zip)).hasMessage("the archive is larger than 4 MiB unpacked");
    assertThat(refusal(new byte[5 * MIB])).hasMessage("the archive is larger than 4 MiB");
  }

  @Test
  void refusesEntriesThatShareTheirContents() throws Exception {
    byte[] zip = Zip.overlapping(new Zip().file("a", new byte[MIB], 0).bytes(), 3);
    assertThat(refusal(zip)).hasMessage("the archive unpacks to over 1100 times its size");
  }

  @Test
  void refusesMoreFilesThanTheLimitWithoutKeepingThem() throws Exception {
    for (int files : new int[] {11, 20_000}) {
      Zip zip = new Zip();
      for (int i = 0; i < files; i++) {
        zip.file("attachments/" + i, "");
      }
      assertThat(refusal(zip.bytes()))
          .hasMessage("the archive contains more than 10 files and folders");
    }
  }
}
