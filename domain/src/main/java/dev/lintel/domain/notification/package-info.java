/** What people are told without asking: devices that go, work that is done, mail that does not arrive. */
@NullMarked
package dev.lintel.domain.notification;

import org.jspecify.annotations.NullMarked;
