/** The desk as a client of intake. */
@NullMarked
package dev.seventouch.desk.intake;

import org.jspecify.annotations.NullMarked;
