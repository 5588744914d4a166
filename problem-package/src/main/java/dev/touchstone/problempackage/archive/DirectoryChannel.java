package dev.touchstone.problempackage.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * An archive whose directory is read within a budget. A library keeps every entry of the directory
 * in memory before anyone can count them, so a small archive of empty files could exhaust it.
 */
final class DirectoryChannel implements SeekableByteChannel {
  /** The end record of an archive is searched backwards, through a comment of up to 64 KiB. */
  private static final long SEARCH = 512 * 1024;

  /** A header, a path of the longest accepted length, and what programs add to it. */
  private static final long ENTRY = 512;

  private final SeekableByteChannel file;
  private long left;

  DirectoryChannel(SeekableByteChannel file, int entries) {
    this.file = file;
    this.left = SEARCH + entries * ENTRY;
  }

  /** Whether a read failed because the directory is larger than its budget. */
  boolean exceeded() {
    return left < 0;
  }

  /** From now on, reads are contents and are counted elsewhere. */
  void directoryRead() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = file.read(target);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new IOException("The directory of the archive is larger than its budget.");
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return file.write(source);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
