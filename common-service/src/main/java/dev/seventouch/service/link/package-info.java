/** Links in mail: opaque tokens, sealed by the mailer and opened by intake. */
@NullMarked
package dev.seventouch.service.link;

import org.jspecify.annotations.NullMarked;
