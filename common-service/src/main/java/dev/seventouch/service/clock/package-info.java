/** The house's one time. */
@NullMarked
package dev.seventouch.service.clock;

import org.jspecify.annotations.NullMarked;
