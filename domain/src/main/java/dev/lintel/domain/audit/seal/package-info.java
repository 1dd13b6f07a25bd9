/** Seals that show when somebody has changed, removed or slipped in entries of the logs behind the server's back. */
@NullMarked
package dev.lintel.domain.audit.seal;

import org.jspecify.annotations.NullMarked;
