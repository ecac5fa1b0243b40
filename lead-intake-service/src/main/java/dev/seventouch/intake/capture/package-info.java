/** How every way in takes a lead: check, identify, fold over what is known, say so on the log. */
@NullMarked
package dev.seventouch.intake.capture;

import org.jspecify.annotations.NullMarked;
