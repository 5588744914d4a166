/** The HTTP edge that all services share: server, problem documents, JSON, paging, client. */
@NullMarked
package dev.touchstone.platform.http;

import org.jspecify.annotations.NullMarked;
