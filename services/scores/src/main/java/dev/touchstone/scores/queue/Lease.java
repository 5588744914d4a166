package dev.touchstone.scores.queue;

import dev.touchstone.scores.judging.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that a judge has for a while; sent to it.
 *
 * @param fencingToken to be sent with every report
 * @param kind the lane's name
 * @param input of a run; null to run the samples
 * @param heartbeatMs how often to say that the work goes on, in milliseconds
 */
record Lease(
    String leaseId,
    long fencingToken,
    String kind,
    long exerciseId,
    int exerciseRevision,
    String language,
    List<SourceFile> files,
    @Nullable String input,
    long heartbeatMs) {}
