@NullMarked
package dev.touchstone.judgeprotocol;

import org.jspecify.annotations.NullMarked;
