package dev.lintel.domain.device;

/**
 * What a device has proved itself with is no longer good: it was given a new password, or there is no such device any more.
 * Published in the transaction that ends it; what was let in with it is to be shown out after the commit.
 */
public record CredentialEnded(String serial) {}
