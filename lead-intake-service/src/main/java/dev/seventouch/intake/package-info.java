/** Lead intake: the one door through which everything from outside comes in. */
@NullMarked
package dev.seventouch.intake;

import org.jspecify.annotations.NullMarked;
