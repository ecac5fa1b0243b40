/** How every service is wired. Knows no business: what the product exists for is in the services. */
@NullMarked
package dev.seventouch.service;

import org.jspecify.annotations.NullMarked;
