/** Letters and cards in the mailer's print room, as an office person sees them. */
@NullMarked
package dev.seventouch.desk.letter;

import org.jspecify.annotations.NullMarked;
