package dev.touchstone.scores.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.scores.judging.ProgramFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft, on the wire.
 *
 * @param version its entity tag
 * @param files left out in lists and after saving
 */
record Draft(
    long exerciseId,
    String language,
    String version,
    Instant savedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ProgramFile> files) {}
