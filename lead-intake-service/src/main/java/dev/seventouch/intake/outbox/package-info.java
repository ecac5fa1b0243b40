/** How what was accepted is kept while the log is out of reach, and brought there afterwards, in order. */
@NullMarked
package dev.seventouch.intake.outbox;

import org.jspecify.annotations.NullMarked;
