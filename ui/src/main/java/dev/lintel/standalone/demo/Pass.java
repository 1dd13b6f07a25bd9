package dev.lintel.standalone.demo;

/**
 * Somebody presents something at a panel.
 *
 * @param device id of the panel
 * @param lock from 1
 * @param type as the protocol spells it
 */
record Pass(String device, int lock, String type, String value) {}
