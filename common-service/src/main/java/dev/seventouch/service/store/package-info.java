/** MongoDB, as every service uses it, and the one document that two services share. */
@NullMarked
package dev.seventouch.service.store;

import org.jspecify.annotations.NullMarked;
