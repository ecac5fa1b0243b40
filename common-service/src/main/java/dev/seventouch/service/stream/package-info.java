/** Kafka, as every service uses it: publish and wait, read and set aside what can't be read. */
@NullMarked
package dev.seventouch.service.stream;

import org.jspecify.annotations.NullMarked;
