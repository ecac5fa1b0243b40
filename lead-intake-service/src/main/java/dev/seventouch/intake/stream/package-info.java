/** The log: what intake says on it, and its own view kept from it. */
@NullMarked
package dev.seventouch.intake.stream;

import org.jspecify.annotations.NullMarked;
