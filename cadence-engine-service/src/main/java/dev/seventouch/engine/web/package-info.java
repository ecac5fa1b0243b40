/** Plans, enrollments and dry runs over HTTP. */
@NullMarked
package dev.seventouch.engine.web;

import org.jspecify.annotations.NullMarked;
