/** The web application: static files with a fallback to its start page. */
@NullMarked
package dev.touchstone.gateway.web;

import org.jspecify.annotations.NullMarked;
