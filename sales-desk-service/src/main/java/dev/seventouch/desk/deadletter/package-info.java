/** Records that could not be read: what they are, and how they go back to where they came from. */
@NullMarked
package dev.seventouch.desk.deadletter;

import org.jspecify.annotations.NullMarked;
