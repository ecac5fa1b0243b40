/** The cadence engine: decides when, with what and whom to touch; once, and never after a stop. */
@NullMarked
package dev.seventouch.engine;

import org.jspecify.annotations.NullMarked;
