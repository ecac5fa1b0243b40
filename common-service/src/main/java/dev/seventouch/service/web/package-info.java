/** HTTP, as every service answers it: deny by default, and every error a problem that names its cure. */
@NullMarked
package dev.seventouch.service.web;

import org.jspecify.annotations.NullMarked;
