/** What the house asks of others. */
@NullMarked
package dev.seventouch.service.outgoing;

import org.jspecify.annotations.NullMarked;
