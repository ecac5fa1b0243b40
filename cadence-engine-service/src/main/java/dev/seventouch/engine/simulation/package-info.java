/** The plan played forward for one lead, by the same functions as in production. Pure. */
@NullMarked
package dev.seventouch.engine.simulation;

import org.jspecify.annotations.NullMarked;
