package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The work on a lease continues. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Heartbeat(long fencingToken) {}
