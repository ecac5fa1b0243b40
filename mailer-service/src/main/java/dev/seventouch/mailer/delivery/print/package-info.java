/** What waits for the printer. */
@NullMarked
package dev.seventouch.mailer.delivery.print;

import org.jspecify.annotations.NullMarked;
