package dev.touchstone.problempackage;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Faults as an author can read them: each once, none longer than a few lines, and not too many. */
public final class FaultList extends AbstractList<Fault> {
  /** How many are listed. */
  public static final int MOST = 300;

  /** Fewer, so that they leave room for faults. */
  static final int MOST_WARNINGS = 100;

  private static final int LONGEST = 600;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<Fault> known = new HashSet<>();
  private int warnings;

  @Override
  public boolean add(Fault fault) {
    String message = fault.message();
    Fault shown =
        message.length() <= LONGEST
            ? fault
            : new Fault(
                fault.file(), fault.line(), message.substring(0, LONGEST) + "…", fault.warning());
    if (fault.warning() && warnings >= MOST_WARNINGS) {
      shown = Fault.warning("", "there are more warnings than can be listed");
    } else if (faults.size() >= MOST) {
      // A package with a fault that is not listed is still faulty.
      shown = new Fault("", 0, "there are more than can be listed", fault.warning());
    }
    boolean added = known.add(shown) && faults.add(shown);
    warnings += added && shown.warning() ? 1 : 0;
    return added;
  }

  @Override
  public boolean contains(Object fault) {
    return known.contains(fault);
  }

  @Override
  public Fault get(int index) {
    return faults.get(index);
  }

  @Override
  public int size() {
    return faults.size();
  }
}
