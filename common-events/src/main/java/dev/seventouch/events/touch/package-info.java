/** Topics {@code touches.first} and {@code touches}: commands to touch a lead now. */
@NullMarked
package dev.seventouch.events.touch;

import org.jspecify.annotations.NullMarked;
