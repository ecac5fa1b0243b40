/** How the house's reps speak and sign, as their files say. */
@NullMarked
package dev.seventouch.mailer.rep;

import org.jspecify.annotations.NullMarked;
