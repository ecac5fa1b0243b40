/** What other mail servers mean by what they answer. */
@NullMarked
package dev.seventouch.service.mail;

import org.jspecify.annotations.NullMarked;
