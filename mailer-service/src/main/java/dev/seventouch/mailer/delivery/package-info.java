/** From a batch of touches to their outcomes: claim, ask the ledger, hand over, record. Owns what a channel is. */
@NullMarked
package dev.seventouch.mailer.delivery;

import org.jspecify.annotations.NullMarked;
