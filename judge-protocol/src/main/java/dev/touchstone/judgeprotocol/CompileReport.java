package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** How compiling ended, and what the compiler wrote. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompileReport(boolean ok, @Nullable String output) {}
