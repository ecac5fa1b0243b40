/** How much of each cadence's mail is called spam, and what is held back for it. */
@NullMarked
package dev.seventouch.mailer.delivery.complaint;

import org.jspecify.annotations.NullMarked;
