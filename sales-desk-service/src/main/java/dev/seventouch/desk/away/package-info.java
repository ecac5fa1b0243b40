/** Whom the desk asks, and who does not answer. */
@NullMarked
package dev.seventouch.desk.away;

import org.jspecify.annotations.NullMarked;
