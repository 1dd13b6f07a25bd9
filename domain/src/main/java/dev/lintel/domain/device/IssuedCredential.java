package dev.lintel.domain.device;

/**
 * A device's new secrets, in clear for this once; the server keeps hashes only.
 *
 * @param password for MQTT and for the BAS-IP login, with the serial number as user name
 * @param urlToken stands in the remote validation URL of a BAS-IP panel, which sends no other proof of itself
 */
public record IssuedCredential(String serial, String password, String urlToken) {}
