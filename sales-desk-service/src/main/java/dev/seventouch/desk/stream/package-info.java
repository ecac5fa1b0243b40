/** Listens to the house's topics and answers with outcomes; the only place that knows Kafka. */
@NullMarked
package dev.seventouch.desk.stream;

import org.jspecify.annotations.NullMarked;
