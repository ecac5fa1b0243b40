/** The desk as a client of the mailer. */
@NullMarked
package dev.seventouch.desk.mailer;

import org.jspecify.annotations.NullMarked;
