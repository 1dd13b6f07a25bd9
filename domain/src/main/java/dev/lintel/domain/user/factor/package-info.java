/** What somebody proves to be themselves with besides a password: an authenticator app, recovery codes, passkeys. */
@NullMarked
package dev.lintel.domain.user.factor;

import org.jspecify.annotations.NullMarked;
