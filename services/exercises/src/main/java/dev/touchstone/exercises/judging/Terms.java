package dev.touchstone.exercises.judging;

import java.util.List;
import java.util.Map;

/**
 * An exercise as scores needs it, on the wire.
 *
 * @param titles by language
 * @param sourceKib the most that all files of a submission may have together, in KiB
 */
record Terms(
    long exerciseId,
    int revision,
    String slug,
    Map<String, String> titles,
    boolean isActive,
    int points,
    List<String> languages,
    int sourceKib) {}
