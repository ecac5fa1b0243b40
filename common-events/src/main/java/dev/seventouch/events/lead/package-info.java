/** Topic {@code leads}: everything known of a lead. A tombstone erases. */
@NullMarked
package dev.seventouch.events.lead;

import org.jspecify.annotations.NullMarked;
