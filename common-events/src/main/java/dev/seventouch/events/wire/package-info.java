/** How events travel: topics, JSON, CloudEvents headers. The only place here that knows Kafka. */
@NullMarked
package dev.seventouch.events.wire;

import org.jspecify.annotations.NullMarked;
