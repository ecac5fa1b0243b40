/** Hands touches over to machines, and says what became of each. This package joins the rooms. */
@NullMarked
package dev.seventouch.mailer;

import org.jspecify.annotations.NullMarked;
