package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The files that make up a revision of an exercise. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevisionListing(long exerciseId, int revision, List<ListedFile> files) {
  /** Copies the list. */
  public RevisionListing {
    files = Lists.of(files);
  }
}
