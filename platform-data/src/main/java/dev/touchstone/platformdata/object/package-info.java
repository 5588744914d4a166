/** Contents of files by their digest: in the data folder, or in a bucket of S3. */
@NullMarked
package dev.touchstone.platformdata.object;

import org.jspecify.annotations.NullMarked;
