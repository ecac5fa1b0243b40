/** A lead's story: every touch once with what became of it, and everything the lead did or said. */
@NullMarked
package dev.seventouch.desk.timeline;

import org.jspecify.annotations.NullMarked;
