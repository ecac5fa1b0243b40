/** How a person is forgotten everywhere, and how that can be seen. */
@NullMarked
package dev.seventouch.intake.erasure;

import org.jspecify.annotations.NullMarked;
