/** What no good salesperson would send, and what to write instead. */
@NullMarked
package dev.seventouch.mailer.lint;

import org.jspecify.annotations.NullMarked;
