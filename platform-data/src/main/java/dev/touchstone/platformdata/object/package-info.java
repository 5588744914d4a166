/** File contents by their digest, in the data folder or in an S3 bucket. */
@NullMarked
package dev.touchstone.platformdata.object;

import org.jspecify.annotations.NullMarked;
