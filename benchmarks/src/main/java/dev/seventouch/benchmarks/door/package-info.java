/** Lead intake as its senders meet it, and a bare endpoint beside it. */
@NullMarked
package dev.seventouch.benchmarks.door;

import org.jspecify.annotations.NullMarked;
