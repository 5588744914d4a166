package dev.touchstone.operations.keys;

import java.util.ArrayList;
import java.util.List;

/** Keys and journal in memory. */
final class MemorySite implements Site {
  private final List<String> entries = new ArrayList<>();
  private String keys;

  MemorySite(String keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<String> entries() {
    return List.copyOf(entries);
  }

  @Override
  public boolean append(int number, String entry) {
    return number == entries.size() && entries.add(entry);
  }

  @Override
  public String authorizedKeys() {
    return keys;
  }

  @Override
  public void authorize(String authorized) {
    keys = authorized;
  }
}
