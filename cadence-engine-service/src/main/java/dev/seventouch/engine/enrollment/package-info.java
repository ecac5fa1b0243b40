/** One lead's run of a plan: what is decided, and what follows from it. Pure. */
@NullMarked
package dev.seventouch.engine.enrollment;

import org.jspecify.annotations.NullMarked;
