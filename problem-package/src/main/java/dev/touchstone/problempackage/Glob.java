package dev.touchstone.problempackage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A pattern of {@code submissions.yaml}: {@code *} stands for anything within one name, braces for
 * alternatives; nothing else is special. All ways to match are followed at once, so that no pattern
 * takes more steps than its length times that of the path.
 */
public final class Glob {
  /** Each step of a pattern, by the place that it is at. */
  private final List<Step> steps = new ArrayList<>();

  private sealed interface Step {}

  /** A character that must come. */
  private record One(char character) implements Step {}

  /** Any characters but a slash. */
  private record Any() implements Step {}

  /** Goes on at one of several places, without reading anything. */
  private record Fork(List<Integer> places) implements Step {}

  /** Reads a pattern; any text is one. */
  public Glob(String glob) {
    Deque<Braces> open = new ArrayDeque<>();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      Braces braces = open.peek();
      if (c == '*') {
        steps.add(new Any());
      } else if (c == '{') {
        open.push(new Braces());
      } else if (c == '}' && braces != null) {
        open.pop().close();
      } else if (c == ',' && braces != null) {
        braces.next();
      } else {
        steps.add(new One(c));
      }
    }
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** Alternatives that are being read. */
  private final class Braces {
    private final List<Integer> begins = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final int fork = steps.size();

    Braces() {
      steps.add(new Fork(List.of()));
      begins.add(steps.size());
    }

    void next() {
      ends.add(steps.size());
      steps.add(new Fork(List.of()));
      begins.add(steps.size());
    }

    void close() {
      steps.set(fork, new Fork(List.copyOf(begins)));
      ends.forEach(end -> steps.set(end, new Fork(List.of(steps.size()))));
    }
  }

  /** Whether it matches the path or a folder above it. */
  public boolean matchesOrHolds(String path) {
    BitSet places = reachable(List.of(0));
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/' && i > 0 && places.get(steps.size())) {
        return true;
      }
      places = after(places, c);
    }
    return !path.isEmpty() && places.get(steps.size());
  }

  private BitSet after(BitSet places, char c) {
    List<Integer> next = new ArrayList<>();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      if (place < steps.size()) {
        switch (steps.get(place)) {
          case One(char expected) when expected == c -> next.add(place + 1);
          case Any _ when c != '/' -> next.add(place);
          case One _, Any _, Fork _ -> {}
        }
      }
    }
    return reachable(next);
  }

  /** These places, and those that are reached from them without reading anything. */
  private BitSet reachable(List<Integer> from) {
    BitSet places = new BitSet(steps.size() + 1);
    Deque<Integer> left = new ArrayDeque<>(from);
    while (!left.isEmpty()) {
      int place = left.pop();
      if (places.get(place)) {
        continue;
      }
      places.set(place);
      if (place < steps.size()) {
        switch (steps.get(place)) {
          case One _ -> {}
          case Any _ -> left.push(place + 1);
          case Fork(List<Integer> others) -> others.forEach(left::push);
        }
      }
    }
    return places;
  }
}
