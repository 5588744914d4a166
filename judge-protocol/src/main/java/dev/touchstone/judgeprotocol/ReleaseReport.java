package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A judge returns its work unfinished; this does not count as a failed attempt. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReleaseReport(long fencingToken, @Nullable String reason) {}
