package dev.touchstone.standalone.apibench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * An endless row of requests. Each is made in advance of its sending, so that its making is not
 * measured. Thread-safe.
 */
final class Requests {
  private final IntFunction<byte[]> make;
  private final AtomicInteger next = new AtomicInteger();

  private Requests(IntFunction<byte[]> make) {
    this.make = make;
  }

  /** Requests that differ by their number, from 0. */
  static Requests numbered(IntFunction<byte[]> make) {
    return new Requests(make);
  }

  /** The same few, again and again. */
  static Requests repeated(int different, IntFunction<byte[]> make) {
    byte[][] all = new byte[different][];
    for (int i = 0; i < different; i++) {
      all[i] = make.apply(i);
    }
    return new Requests(number -> all[Math.floorMod(number, different)]);
  }

  byte[] next() {
    return make.apply(next.getAndIncrement());
  }
}
