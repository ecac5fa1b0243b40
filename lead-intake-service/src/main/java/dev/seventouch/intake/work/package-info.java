/** What goes on beside the requests. */
@NullMarked
package dev.seventouch.intake.work;

import org.jspecify.annotations.NullMarked;
