/** Access codes that the server makes: long enough, by chance, and none of those that somebody would try first. */
@NullMarked
package dev.lintel.domain.identifier.code;

import org.jspecify.annotations.NullMarked;
