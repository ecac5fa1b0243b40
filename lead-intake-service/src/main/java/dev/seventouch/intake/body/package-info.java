/** What stands in a body that came in, field by field, with each mistake named. */
@NullMarked
package dev.seventouch.intake.body;

import org.jspecify.annotations.NullMarked;
