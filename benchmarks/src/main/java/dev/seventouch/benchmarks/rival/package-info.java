/** What one would take instead of an engine: two ways to keep due touches in PostgreSQL. */
@NullMarked
package dev.seventouch.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
