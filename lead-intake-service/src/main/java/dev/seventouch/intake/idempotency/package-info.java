/** How a request that is sent again is answered as it was the first time (draft-ietf-httpapi-idempotency-key-header). */
@NullMarked
package dev.seventouch.intake.idempotency;

import org.jspecify.annotations.NullMarked;
