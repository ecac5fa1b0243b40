/** Who a lead is and whether its details can be used: pure functions over text. */
@NullMarked
package dev.seventouch.intake.lead;

import org.jspecify.annotations.NullMarked;
