/** What a sending domain's DNS says, and what is missing for its mail to arrive. */
@NullMarked
package dev.seventouch.mailer.domain;

import org.jspecify.annotations.NullMarked;
