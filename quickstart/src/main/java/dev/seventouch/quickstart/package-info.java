/** The whole house in one JVM: a broker, a store, an inbox, and the four services side by side. */
@NullMarked
package dev.seventouch.quickstart;

import org.jspecify.annotations.NullMarked;
