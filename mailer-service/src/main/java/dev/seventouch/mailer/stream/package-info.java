/** What the mailer hears and says on topics. */
@NullMarked
package dev.seventouch.mailer.stream;

import org.jspecify.annotations.NullMarked;
