/** Who did what with people's data. */
@NullMarked
package dev.seventouch.intake.audit;

import org.jspecify.annotations.NullMarked;
