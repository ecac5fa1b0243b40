/** The engine on Kafka Streams: state, due index and what goes out, in one transaction. */
@NullMarked
package dev.seventouch.engine.stream;

import org.jspecify.annotations.NullMarked;
