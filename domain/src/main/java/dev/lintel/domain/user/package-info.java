/** People, and the accounts that log in. */
@NullMarked
package dev.lintel.domain.user;

import org.jspecify.annotations.NullMarked;
