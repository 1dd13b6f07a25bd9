package dev.lintel.domain.mail;

/** A mail as people read it: the subject, and the same content as HTML and as plain text. */
public record MailText(String subject, String html, String plain) {}
