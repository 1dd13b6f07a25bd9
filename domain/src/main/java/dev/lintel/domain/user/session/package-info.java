/** Where accounts are logged in. */
@NullMarked
package dev.lintel.domain.user.session;

import org.jspecify.annotations.NullMarked;
