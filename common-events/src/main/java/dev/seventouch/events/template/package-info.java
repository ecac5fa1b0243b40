/** Topic {@code templates}: content with slots. A version never changes. */
@NullMarked
package dev.seventouch.events.template;

import org.jspecify.annotations.NullMarked;
