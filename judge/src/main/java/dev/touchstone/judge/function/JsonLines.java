package dev.touchstone.judge.function;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** An empty file that gets one JSON value a line; a value that ends early leaves nothing in it. */
final class JsonLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final ObjectWriter WRITER =
      JsonMapper.shared()
          .writer()
          .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);

  private final FileChannel file;
  private final Counting out;

  JsonLines(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.WRITE);
    out = new Counting(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
  }

  /**
   * Adds the next value.
   *
   * @return whether there was one
   */
  boolean add(WireReader values) throws IOException {
    long before = out.bytes;
    try {
      try (JsonGenerator json = WRITER.createGenerator(out)) {
        values.copyTo(json);
      }
      out.write('\n');
      return true;
    } catch (WireReader.MalformedException e) {
      out.flush();
      file.truncate(before);
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Counts what is written. */
  private static final class Counting extends OutputStream {
    private final OutputStream out;
    private long bytes;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int oneByte) throws IOException {
      out.write(oneByte);
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      out.write(some, offset, length);
      bytes += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
