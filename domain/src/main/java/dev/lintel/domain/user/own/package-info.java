/** What people say of themselves, and how they like things shown. */
@NullMarked
package dev.lintel.domain.user.own;

import org.jspecify.annotations.NullMarked;
