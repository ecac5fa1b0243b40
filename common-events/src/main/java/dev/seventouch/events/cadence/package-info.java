/** Topic {@code cadences}: published plans. A version never changes. */
@NullMarked
package dev.seventouch.events.cadence;

import org.jspecify.annotations.NullMarked;
