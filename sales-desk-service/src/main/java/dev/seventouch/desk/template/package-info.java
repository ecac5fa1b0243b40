/** Templates as whoever writes them sees them: what there is, what is to be said against it, what it looks like. */
@NullMarked
package dev.seventouch.desk.template;

import org.jspecify.annotations.NullMarked;
