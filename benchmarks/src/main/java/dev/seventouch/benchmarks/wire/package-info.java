/** To Kafka and back, with the time of each record. */
@NullMarked
package dev.seventouch.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
