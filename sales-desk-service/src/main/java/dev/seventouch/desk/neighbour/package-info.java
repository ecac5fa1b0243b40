/** How another service of the house is asked over HTTP. */
@NullMarked
package dev.seventouch.desk.neighbour;

import org.jspecify.annotations.NullMarked;
