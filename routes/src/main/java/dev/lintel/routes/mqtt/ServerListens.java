package dev.lintel.routes.mqtt;

/**
 * Published when the broker has taken the server's subscriptions: from now on it keeps every message of a device for the
 * server. Before, it would acknowledge a message and pass it on to nobody.
 */
public record ServerListens() {}
