/** Touches that a person does: the list, the order on it, and what came of each. */
@NullMarked
package dev.seventouch.desk.task;

import org.jspecify.annotations.NullMarked;
