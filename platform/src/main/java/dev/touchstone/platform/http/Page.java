package dev.touchstone.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items the rows, in the listing's order
 * @param nextCursor what to send as {@code cursor} for the next page, null at the end
 */
public record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }
}
