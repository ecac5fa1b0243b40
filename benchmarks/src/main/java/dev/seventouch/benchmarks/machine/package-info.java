/** Processes, their weight, and how long they are waited for. */
@NullMarked
package dev.seventouch.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
