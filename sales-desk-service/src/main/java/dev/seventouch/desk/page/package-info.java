/** Bounded lists: a page and where the next one begins. */
@NullMarked
package dev.seventouch.desk.page;

import org.jspecify.annotations.NullMarked;
