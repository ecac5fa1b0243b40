/** A broker, a store and an inbox inside this JVM, on loopback only, each keeping on disk what it acknowledged. */
@NullMarked
package dev.seventouch.embedded;

import org.jspecify.annotations.NullMarked;
