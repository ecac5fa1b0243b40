/** How fast it is, shown by commands that anybody can run. */
@NullMarked
package dev.seventouch.benchmarks;

import org.jspecify.annotations.NullMarked;
