/** How people get an account, a new password or a new e-mail address: by a link in a mail that works once. */
@NullMarked
package dev.lintel.domain.user.invitation;

import org.jspecify.annotations.NullMarked;
