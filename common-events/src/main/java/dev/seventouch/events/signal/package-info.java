/** Topic {@code signals}: what a lead did or said. */
@NullMarked
package dev.seventouch.events.signal;

import org.jspecify.annotations.NullMarked;
