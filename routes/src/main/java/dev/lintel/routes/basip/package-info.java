/**
 * BAS-IP panels as they are: remote validation of identifiers, and the management protocol (login, logs, pong, refresh).
 * Sources: developers.bas-ip.com for the validation; the management protocol as observed from panels, since the vendor
 * does not publish it.
 */
@NullMarked
package dev.lintel.routes.basip;

import org.jspecify.annotations.NullMarked;
