package dev.lintel.domain.audit;

/**
 * What a person is called in the logs once they are erased.
 *
 * @param code unique in the project, and made from nothing of the person's
 */
record Pseudonym(String code) {
    /** For example {@code former person 7F3A}: a name like any other, in logs as in exports. */
    String name() {
        return "former person " + code;
    }
}
