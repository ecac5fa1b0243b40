/** What the mailer keeps in MongoDB. */
@NullMarked
package dev.seventouch.mailer.store;

import org.jspecify.annotations.NullMarked;
