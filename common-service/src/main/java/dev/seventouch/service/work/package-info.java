/** How work that comes from many sides at the same time is carried out together. */
@NullMarked
package dev.seventouch.service.work;

import org.jspecify.annotations.NullMarked;
