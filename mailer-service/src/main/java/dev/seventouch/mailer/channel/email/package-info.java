/** Email, by SMTP. */
@NullMarked
package dev.seventouch.mailer.channel.email;

import org.jspecify.annotations.NullMarked;
