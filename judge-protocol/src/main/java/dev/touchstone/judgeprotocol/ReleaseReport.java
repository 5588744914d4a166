package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A judge gives its work back unfinished; this is no failed try. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReleaseReport(long fencingToken, @Nullable String reason) {}
