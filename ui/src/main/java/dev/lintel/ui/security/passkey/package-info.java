/** Passkeys by Spring Security: what it asks of the server, answered from the domain. */
@NullMarked
package dev.lintel.ui.security.passkey;

import org.jspecify.annotations.NullMarked;
