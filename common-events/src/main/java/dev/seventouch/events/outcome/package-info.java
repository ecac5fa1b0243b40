/** Topic {@code outcomes}: what became of a touch. */
@NullMarked
package dev.seventouch.events.outcome;

import org.jspecify.annotations.NullMarked;
