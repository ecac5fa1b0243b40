/** Letters and cards, as items that wait for the printer. */
@NullMarked
package dev.seventouch.mailer.channel.letter;

import org.jspecify.annotations.NullMarked;
