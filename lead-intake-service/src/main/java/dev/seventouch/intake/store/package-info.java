/** MongoDB: the view of leads and the suppression ledger. */
@NullMarked
package dev.seventouch.intake.store;

import org.jspecify.annotations.NullMarked;
