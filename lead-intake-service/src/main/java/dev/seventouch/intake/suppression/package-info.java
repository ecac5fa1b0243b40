/** The ledger of those who said stop: intake is its only writer. */
@NullMarked
package dev.seventouch.intake.suppression;

import org.jspecify.annotations.NullMarked;
