/** What tests of the domain, and of the modules above it, share: a real PostgreSQL, a clock to set, a small site. */
@NullMarked
package dev.lintel.domain;

import org.jspecify.annotations.NullMarked;
