/** What a lead did or said, read from what was reported and said on the log. */
@NullMarked
package dev.seventouch.intake.signal;

import org.jspecify.annotations.NullMarked;
