/** Mailboxes by IMAP. */
@NullMarked
package dev.seventouch.intake.mailbox.imap;

import org.jspecify.annotations.NullMarked;
