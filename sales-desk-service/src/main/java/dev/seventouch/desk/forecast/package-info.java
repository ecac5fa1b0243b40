/** When the library will have nothing left, for whom, and what to add to it. */
@NullMarked
package dev.seventouch.desk.forecast;

import org.jspecify.annotations.NullMarked;
