/** What comes back by mail: read, told apart, and taken in as signals. Reading and telling apart are pure. */
@NullMarked
package dev.seventouch.intake.mailbox;

import org.jspecify.annotations.NullMarked;
