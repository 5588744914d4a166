package dev.touchstone.gateway.cache;

import dev.touchstone.gateway.routing.Caching;
import dev.touchstone.gateway.routing.Route;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes public responses: the address, with its parameters in one order, and the
 * encoding. The language is a parameter of the address.
 *
 * @param encoding the name of the encoding, empty for none
 */
record CacheKey(String path, String query, String encoding) {
  /** Nobody writes longer ones; a key must not cost more than its response. */
  private static final int LONGEST_QUERY = 512;

  /** Whoever sends one of these asks for something of their own, or for a part. */
  private static final EnumSet<HttpHeader> PERSONAL =
      EnumSet.of(
          HttpHeader.AUTHORIZATION,
          HttpHeader.COOKIE,
          HttpHeader.RANGE,
          HttpHeader.IF_MATCH,
          HttpHeader.IF_UNMODIFIED_SINCE,
          HttpHeader.TRANSFER_ENCODING);

  /**
   * The key of a request; empty if its response must be neither kept nor taken from others.
   *
   * @param encodings those that the gateway compresses with, the preferred one first
   */
  static Optional<CacheKey> of(Request request, List<String> encodings) {
    HttpURI uri = request.getHttpURI();
    String query = uri.getQuery() == null ? "" : uri.getQuery();
    boolean shared =
        Route.of(request).caching() == Caching.SHARED
            && Route.reads(request.getMethod())
            && request.getLength() <= 0
            && PERSONAL.stream().noneMatch(request.getHeaders()::contains)
            && query.length() <= LONGEST_QUERY
            && uri.getParam() == null;
    return shared
        ? Optional.of(new CacheKey(path(uri), sorted(query), encoding(request, encodings)))
        : Optional.empty();
  }

  private static String path(HttpURI uri) {
    String path = uri.getPath();
    return path == null ? "/" : path;
  }

  /** Parameters of one name keep their order, since it may matter. */
  private static String sorted(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .sorted(Comparator.comparing(parameter -> parameter.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }

  private static String encoding(Request request, List<String> encodings) {
    @Nullable List<String> accepted =
        request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING);
    return encodings.stream()
        .filter(encoding -> accepted != null && accepted.contains(encoding))
        .findFirst()
        .orElse("");
  }

  int weight() {
    return 2 * (path.length() + query.length());
  }
}
