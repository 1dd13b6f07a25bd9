package dev.lintel.domain.review;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.review.Review.State;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes people who are erased out of reviews: a pseudonym stands where they stood, as somebody whose rights were reviewed, who
 * took part, or who is named in a remark. What was decided stays. The evidence of closed reviews is made anew, and says so.
 */
@Component
public class ReviewErasure {
    /** Shorter words also stand in others. */
    private static final int SHORTEST_IN_TEXT = 4;

    private static final String TOLD = """
            select v.project_id, v.id from access_review v
            where v.reviewer = any (?) or v.verifier = any (?) or lower(v.started_by) = any (?) or v.project_id = ? and (
                exists (select from unnest(?::text[]) word where position(word in v.sent_back) > 0)
                or exists (select from access_review_right r where r.project_id = v.project_id and r.review_id = v.id and (
                    r.person_id = ? or exists (select from unnest(?::text[]) word where position(word in r.comment) > 0))))
            order by v.project_id, v.id for update of v""";

    private static final String RIGHTS = """
            update access_review_right set person_id = ?, person_name = ?, label = '',
                identifier_id = case when identifier_id is null then null else ? end,
                via_id = case when via = 'GROUP' then via_id else ? end,
                via_name = case when via = 'GROUP' then via_name else ? end,
                also = array(select case when lower(name) = any (?) then ? else name end
                             from unnest(also) with ordinality as other (name, place) order by place)
            where project_id = ? and person_id = ?""";

    private final ReviewStore store;
    private final ReviewEvidence evidence;
    private final ReviewNews news;
    private final JdbcTemplate jdbc;

    ReviewErasure(ReviewStore store, ReviewEvidence evidence, ReviewNews news, JdbcTemplate jdbc) {
        this.store = store;
        this.evidence = evidence;
        this.news = news;
        this.jdbc = jdbc;
    }

    /**
     * Whoever is erased.
     *
     * @param person id
     * @param words names, addresses and logins, past and present
     * @param accounts numbers of their accounts
     * @param pseudonym what they are called from now on
     */
    public record Erased(long project, String person, Set<String> words, Set<Long> accounts, String pseudonym) {
        String[] soughtWords() {
            return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        }

        String[] wordsInText() {
            return words.stream()
                    .filter(word -> word.length() >= SHORTEST_IN_TEXT)
                    .toArray(String[]::new);
        }
    }

    private record Found(long project, long review) {}

    @Transactional(propagation = Propagation.MANDATORY)
    @Unguarded("whoever erases people was asked for that")
    public void replace(Actor by, Erased erased) {
        Long[] accounts = erased.accounts().toArray(Long[]::new);
        String[] words = erased.wordsInText();
        List<Found> found = jdbc.query(
                TOLD,
                (row, n) -> new Found(row.getLong("project_id"), row.getLong("id")),
                accounts,
                accounts,
                erased.soughtWords(),
                erased.project(),
                words,
                erased.person(),
                words);
        replaceRights(erased);
        replaceParties(erased, accounts);
        for (Found one : found) {
            replaceTexts(one, words, erased.pseudonym());
            remake(by, one, erased.pseudonym());
        }
    }

    private void replaceRights(Erased erased) {
        String name = erased.pseudonym();
        jdbc.update(
                RIGHTS, name, name, name, name, name, erased.soughtWords(), name, erased.project(), erased.person());
    }

    private void replaceParties(Erased erased, Long[] accounts) {
        for (String who : List.of("reviewer", "verifier")) {
            jdbc.update(
                    "update access_review set " + who + "_login = ?, " + who + "_name = ? where " + who + " = any (?)",
                    erased.pseudonym(),
                    erased.pseudonym(),
                    accounts);
        }
        jdbc.update(
                "update access_review set started_by = ? where lower(started_by) = any (?)",
                erased.pseudonym(),
                erased.soughtWords());
    }

    private void replaceTexts(Found review, String[] words, String pseudonym) {
        for (String word : words) {
            jdbc.update(
                    "update access_review set sent_back = left(replace(sent_back, ?, ?), 1000)"
                            + " where project_id = ? and id = ?",
                    word,
                    pseudonym,
                    review.project(),
                    review.review());
            jdbc.update(
                    "update access_review_right set comment = left(replace(comment, ?, ?), 1000)"
                            + " where project_id = ? and review_id = ?",
                    word,
                    pseudonym,
                    review.project(),
                    review.review());
        }
    }

    private void remake(Actor by, Found found, String pseudonym) {
        Review review = store.get(found.project(), found.review()).orElseThrow();
        if (review.state() == State.CLOSED) {
            List<ReviewRight> rights = store.rights(found.project(), found.review());
            evidence.remake(review, rights, pseudonym).ifPresent(remade -> news.remade(by, review, remade));
        }
    }
}
